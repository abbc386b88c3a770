using System.Globalization;
using Karkhana.Core.Documents;
using Karkhana.Reporting;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Reporting;

public sealed class TextCatalogueTests
{
    private static readonly TextCatalogue English = TextCatalogue.Load();

    [Theory]
    [InlineData("{x}", 0.123456, "0.1235")]
    [InlineData("{x:n0}", 1234567.8, "1,234,568")]
    [InlineData("{x:n2}", 1.005, "1.00")]
    [InlineData("{x:n6}", -2.5, "-2.500000")]
    [InlineData("{x:n1}", -0.01, "0.0")]
    [InlineData("{x:s2}", 0.0034567, "0.0035")]
    [InlineData("{x:s2}", 123456.0, "120,000")]
    [InlineData("{x:s3}", 9.999, "10.00")]
    [InlineData("{x:p0}", 0.314, "31%")]
    [InlineData("{x:p1}", 0.3149, "31.5%")]
    [InlineData("{x:n1}", double.NaN, "–")]
    [InlineData("a {x:n0} b {x:p0}", 1.0, "a 1 b 100%")]
    public void Places_are_filled_the_same_under_every_culture(string text, double value, string expected)
    {
        TextCatalogue texts = English.With([new("test.key", text)]);

        string said = texts.Say(Sentence.Of("test.key", ("x", value)));

        said.ShouldBe(expected, CultureInfo.CurrentCulture.Name);
    }

    [Fact]
    public void Texts_whole_numbers_flags_and_missing_values_have_a_form()
    {
        TextCatalogue texts = English.With([new("test.key", "{text}, {count:n0}, {flag}, {none}")]);

        texts.Say(Sentence.Of("test.key", ("text", "<b>"), ("count", 12345L), ("flag", true), ("none", null)))
            .ShouldBe("<b>, 12,345, yes, –");
    }

    [Fact]
    public void A_missing_key_or_value_is_named()
    {
        TextCatalogue texts = English.With([new("test.key", "{here} and {there}")]);

        Should.Throw<ArgumentException>(() => texts.Say(Sentence.Of("test.nothing"))).Message.ShouldContain("test.nothing");
        Should.Throw<ArgumentException>(() => texts.Say(Sentence.Of("test.key", ("here", 1)))).Message.ShouldContain("there");
        Should.Throw<ArgumentException>(() => English.Text("test.nothing"));
        English.Has("test.nothing").ShouldBeFalse();
    }

    [Fact]
    public void A_text_where_a_number_belongs_is_refused()
    {
        TextCatalogue texts = English.With([new("test.key", "{x:n0}")]);

        Should.Throw<ArgumentException>(() => texts.Say(Sentence.Of("test.key", ("x", "many")))).Message.ShouldContain("many");
    }

    [Theory]
    [InlineData("{x:q2}")]
    [InlineData("{x")]
    [InlineData("{}")]
    [InlineData("x}")]
    public void Places_that_are_not_well_formed_are_refused(string text) =>
        Should.Throw<ArgumentException>(() => English.With([new("test.key", text)])).Message.ShouldContain("test.key");

    [Fact]
    public void A_key_may_come_once() =>
        Should.Throw<ArgumentException>(() => English.With([new("section.summary", "Again")])).Message.ShouldContain("section.summary");

    [Fact]
    public void A_language_without_texts_is_refused() =>
        Should.Throw<ArgumentException>(() => TextCatalogue.Load("xx")).Message.ShouldContain("xx");
}
