package org.modelgraph.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalNameTest {
    @ParameterizedTest
    @CsvSource({
        "GPT-4, gpt 4",
        "Llama‑2_7B, llama 2 7b",
        "ＧＰＴ４, gpt4",
        "GPT-3.5, gpt 3.5",
        "v1. 2, v1 2",
        "Ｃ++, c++",
        "BERT (ensemble), bert ensemble",
        "通义千问-7B, 通义千问 7b"
    })
    void caseUnicodeFormAndPunctuationBetweenWordsDoNotCount(String printed, String normal) {
        assertThat(NormalName.of(printed)).isEqualTo(normal);
    }

    @Test
    void signsThatTellNamesApartStay() {
        assertThat(NormalName.of("pass@1")).isNotEqualTo(NormalName.of("pass 1"));
        assertThat(NormalName.of("GPT-3.5")).isNotEqualTo(NormalName.of("GPT-35"));
        assertThat(NormalName.of("GPT4")).isNotEqualTo(NormalName.of("GPT-4"));
    }

    @Test
    void theSlugIsTheSameForTheSameNormalFormAndElseDiffers() {
        assertThat(NormalName.slug("GPT-3.5 Turbo")).isEqualTo("gpt-3.5-turbo");
        assertThat(NormalName.slug("gpt_3.5_turbo")).isEqualTo("gpt-3.5-turbo");
        assertThat(NormalName.slug("pass@1"))
                .startsWith("pass-1-")
                .isNotEqualTo(NormalName.slug("pass%1"));
        assertThat(NormalName.slug("文心一言")).matches("x-[0-9a-f]{8}");
        assertThat(NormalName.slug("文心一言")).isNotEqualTo(NormalName.slug("通义千问"));
        assertThat(NormalName.slug("--")).matches("[a-z0-9]+([.-][a-z0-9]+)*");
    }
}
