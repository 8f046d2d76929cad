using System.Text;
using SecurityTracker.Domain;

namespace SecurityTracker.DomainTests;

public sealed class SoundTextTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("情報　𠮷野\r\n\tＡ", true)]
    [InlineData("a\0b", false)]
    [InlineData("\uFFFE", false)]
    [InlineData("x\uFFFF", false)]
    public void What_no_text_holds_is_found(string text, bool sound) => SoundText.Is(text).ShouldBe(sound);

    [Fact]
    public void Half_of_a_pair_is_found_wherever_it_stands()
    {
        foreach (var half in new[] { "\uD842", "\uDFB7" })
        {
            SoundText.Is(half).ShouldBeFalse();
            SoundText.Is($"a{half}b").ShouldBeFalse();
            SoundText.Is($"{half}𠮷").ShouldBeFalse();
            SoundText.Of($"a{half}b").ShouldBe("a\uFFFDb");
        }

        SoundText.Is("\uDFB7\uD842").ShouldBeFalse();
    }

    [Fact]
    public void What_is_sound_stays_to_the_letter() => SoundText.Of("e\u0301 ｶﾞ 𠮷").ShouldBe("e\u0301 ｶﾞ 𠮷");

    [Fact]
    public void Cleaning_takes_the_rest_away_and_a_normal_form_never_throws()
    {
        for (var c = 0; c <= 0xFFFF; c++)
        {
            var text = $"あ{(char)c}い";
            SoundText.Is(SoundText.Of(text)).ShouldBeTrue();
            foreach (var form in Enum.GetValues<NormalizationForm>())
            {
                SoundText.Normal(text, form).ShouldNotBeNull();
            }
        }

        SoundText.Of("a\0\uFFFEb\uFFFF").ShouldBe("ab");
    }
}
