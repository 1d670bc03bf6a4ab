package fr.gouv.apprentissage.bal.identifiant;

/** @param valeur canonical text */
public record Telephone(String valeur) {}
