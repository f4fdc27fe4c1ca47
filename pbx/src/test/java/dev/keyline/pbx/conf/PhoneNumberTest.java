package dev.keyline.pbx.conf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "(030) 12-34.5, 03012345",
        "+49 30 1234, +49301234",
        "12[3-5]-6, 12[3-5]6",
        "123., 123.",
        "anna-bell, anna-bell",
        "'', ''"
    })
    void losesWhatEasesReading(String written, String shrunk) {
        assertThat(PhoneNumber.shrunk(written)).isEqualTo(shrunk);
    }
}
