package dev.keyline.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EModelTest {
    /// G.107: all parameters at their defaults give R = 93.2, and annex B makes 4.41 of it.
    @Test
    void everythingAtItsDefault() {
        double rating = EModel.rating(0, 0, Impairment.G711);
        assertThat(rating).isEqualTo(93.2);
        assertThat(EModel.opinion(rating)).isCloseTo(4.41, within(0.005));
    }

    /// The limits of the categories of user satisfaction, G.107 table B.1.
    @ParameterizedTest
    @CsvSource({"90, 4.34", "80, 4.03", "70, 3.60", "60, 3.10", "50, 2.58"})
    void opinionsOfTheTableInAnnexB(double rating, double opinion) {
        assertThat(EModel.opinion(rating)).isCloseTo(opinion, within(0.01));
    }

    @Test
    void opinionsStayWithinTheScale() {
        assertThat(EModel.opinion(-10)).isEqualTo(1);
        assertThat(EModel.opinion(5)).isEqualTo(1);
        assertThat(EModel.opinion(100)).isEqualTo(4.5);
        assertThat(EModel.opinion(120)).isEqualTo(4.5);
    }

    /// By the formula of G.107 §7.4, calculated by hand.
    @ParameterizedTest
    @CsvSource({"100, 0", "150, 0.16", "200, 3.04", "400, 24.07"})
    void delayCostsNothingUpTo100Milliseconds(double millis, double cost) {
        assertThat(EModel.delayImpairment(millis)).isCloseTo(cost, within(0.02));
    }

    /// G.113 appendix I: Ie = 0 and Bpl = 25.1 for G.711 with concealment. Half of 95 is lost when
    /// as many percent of frames are missing as Bpl says.
    @Test
    void lossCostsByTheRobustnessOfTheCodec() {
        assertThat(EModel.lossImpairment(0, Impairment.G711)).isZero();
        assertThat(EModel.lossImpairment(0.251, Impairment.G711)).isCloseTo(47.5, within(1e-9));
        assertThat(EModel.lossImpairment(0, Impairment.of("gsm"))).isEqualTo(20);
        assertThat(EModel.lossImpairment(0.10, Impairment.GSM)).isCloseTo(57.5, within(1e-9));
    }
}
