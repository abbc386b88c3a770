using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Measures;

public sealed class OptionBinderTests
{
    [Fact]
    public void Names_are_snake_case_and_enum_words_kebab_case()
    {
        SampleOptions options = OptionBinder.Bind<SampleOptions>(Json("""{"distances": [1, 2.5], "envelope_type": "global-iterative"}"""));

        options.Distances.ShouldBe([1, 2.5]);
        options.EnvelopeType.ShouldBe(EnvelopeType.GlobalIterative);
        options.Alpha.ShouldBe(0.05);
    }

    [Theory]
    [InlineData("""{"distances": [1], "alfa": 0.1}""", "alfa")]
    [InlineData("{}", "distances")]
    [InlineData("""{"distances": [1], "alpha": 2}""", "Alpha must lie in [0, 1]; it was 2")]
    [InlineData("""{"distances": [1], "envelope_type": "best"}""", "envelope_type")]
    public void Unknown_missing_and_refused_values_are_named(string json, string expected) =>
        Should.Throw<ArgumentException>(() => OptionBinder.Bind<SampleOptions>(Json(json))).Message.ShouldContain(expected);

    [Fact]
    public void The_catalogue_of_options_is_read_off_the_record()
    {
        OptionSpec[] specs = [.. OptionBinder.Describe(typeof(SampleOptions))];

        specs.ShouldBe(
        [
            new OptionSpec("distances", "list of number", null, "Radii."),
            new OptionSpec("alpha", "number", "0.05", ""),
            new OptionSpec("envelope_type", "pointwise|global-iterative", "\"pointwise\"", ""),
        ]);
    }

    [Fact]
    public void A_word_that_is_no_name_comes_from_the_attribute_of_the_member()
    {
        OptionBinder.Bind<NamedOptions>(Json("""{"divisor": "n-1"}""")).Divisor.ShouldBe(Divisor.NMinusOne);
        OptionBinder.Bind<NamedOptions>(Json("""{"divisor": "2"}""")).Divisor.ShouldBe(Divisor.Two);
        OptionBinder.Describe(typeof(NamedOptions)).Single().Type.ShouldBe("n|n-1|2");
        Should.Throw<ArgumentException>(() => OptionBinder.Bind<NamedOptions>(Json("""{"divisor": 2}""")));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private sealed record SampleOptions
    {
        [Description("Radii.")]
        public required IReadOnlyList<double> Distances { get; init; }

        public double Alpha { get; init => field = Require.Between(value, 0, 1); } = 0.05;

        public EnvelopeType EnvelopeType { get; init; }
    }

    private enum Divisor
    {
        N,

        [JsonStringEnumMemberName("n-1")]
        NMinusOne,

        [JsonStringEnumMemberName("2")]
        Two,
    }

    private sealed record NamedOptions
    {
        public Divisor Divisor { get; init; }
    }
}
