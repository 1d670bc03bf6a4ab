package fr.gouv.apprentissage.bal.droits;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NombreArrondiTest {

    @ParameterizedTest
    @CsvSource({
        "0,",
        "10,",
        "11,20",
        "20,20",
        "21,30",
        "99,100",
        "100,100",
        "101,110",
        "999,1000",
        "1000,1000",
        "1001,1100",
        "9999,10000",
        "123456,130000",
        "3000000000,2147483647"
    })
    void aCountIsToldRoundedUp(long nombre, Integer dit) {
        assertThat(NombreArrondi.de(nombre)).isEqualTo(dit);
    }

    @Property
    void whatIsToldIsNoLessAndAtMostTenPercentOrTenMore(@ForAll @LongRange(min = 11, max = 2_000_000_000) long nombre) {
        assertThat(NombreArrondi.de(nombre).longValue()).isBetween(nombre, nombre + Math.max(9, nombre / 10));
    }
}
