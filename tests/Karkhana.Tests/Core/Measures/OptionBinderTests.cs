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

    [Theory]
    [InlineData("""{"distances": [1], "alfa": 0.1}""", "alfa is not known; known are distances, alpha, envelope_type, parts")]
    [InlineData("{}", "distances must be given; known are distances, alpha, envelope_type, parts")]
    [InlineData("""{"distances": [1], "envelope_type": "best"}""", "envelope_type must be one of pointwise, global-iterative; it was \"best\"")]
    [InlineData("""{"distances": [1], "envelope_type": 1}""", "envelope_type must be one of pointwise, global-iterative; it was 1")]
    [InlineData("""{"distances": [1], "alpha": "much"}""", "alpha must be of type number; it was \"much\"")]
    [InlineData("""{"distances": [1, "x"]}""", "distances[1] must be of type number; it was \"x\"")]
    [InlineData("""{"distances": 1}""", "distances must be of type list of number; it was 1")]
    [InlineData("""{"distances": null}""", "distances must be of type list of number; it was null")]
    [InlineData("""{"distances": [1], "parts": [{"name": "a"}, {"nam": "b"}]}""", "parts[1].nam is not known in parts[1]; known are name, divisor")]
    [InlineData("""{"distances": [1], "parts": [{}]}""", "name must be given in parts[0]; known are name, divisor")]
    [InlineData("""{"distances": [1], "parts": [{"name": "a", "divisor": "3"}]}""", "parts[0].divisor must be one of n, n-1, 2; it was \"3\"")]
    [InlineData("[1]", "options must be an object with distances, alpha, envelope_type, parts; it was [1]")]
    public void What_is_allowed_is_said_without_the_names_of_types(string json, string expected) =>
        Should.Throw<ArgumentException>(() => OptionBinder.Bind<SampleOptions>(Json(json)))
            .Message.ShouldBe($"The options do not fit: {expected} (Parameter 'options')");

    [Fact]
    public void The_catalogue_of_options_is_read_off_the_record()
    {
        OptionSpec[] specs = [.. OptionBinder.Describe(typeof(SampleOptions))];

        specs.ShouldBe(
        [
            new OptionSpec("distances", "list of number", null, "Radii."),
            new OptionSpec("alpha", "number", "0.05", ""),
            new OptionSpec("envelope_type", "pointwise|global-iterative", "\"pointwise\"", ""),
            new OptionSpec("parts", "list of object", "[]", ""),
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

        public IReadOnlyList<SamplePart> Parts { get; init; } = [];
    }

    private sealed record SamplePart
    {
        public required string Name { get; init; }

        public Divisor Divisor { get; init; }
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
