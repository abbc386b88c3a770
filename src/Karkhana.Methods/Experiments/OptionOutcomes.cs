using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The outcome of each option in each case: in each scenario, or in each replicate with common random numbers.</summary>
/// <param name="Options">The names of the options.</param>
/// <param name="Cases">The names of the cases.</param>
/// <param name="Values">The outcomes by option, then by case.</param>
public sealed record OptionOutcomes(IReadOnlyList<string> Options, IReadOnlyList<string> Cases, IReadOnlyList<double[]> Values)
{
    private const double Most = 1e100;

    /// <summary>Reads the input <c>outcomes</c> of a request: option, scenario, value.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The outcomes.</returns>
    public static OptionOutcomes ReadScenarios(MeasureRequest request) => Read(request, "outcomes", "scenario");

    /// <summary>Reads the input <c>runs</c> of a request: option, replicate, value.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The outcomes.</returns>
    public static OptionOutcomes ReadReplicates(MeasureRequest request) => Read(request, "runs", "replicate");

    /// <summary>Refuses too few options or cases, names that come twice, and outcomes that are missing or beyond 1e100.</summary>
    internal OptionOutcomes Checked(int leastCases)
    {
        Require.That(Options.Count >= 2, "option", FormattableString.Invariant($"must have at least two options; it had {Options.Count}"));
        Require.That(Cases.Count >= leastCases, nameof(Cases), FormattableString.Invariant($"must be at least {leastCases}; there were {Cases.Count}"));
        Require.SameLength(Options.Count, Values.Count, nameof(Values));
        string? twice = Options.Concat(Cases.Select(own => "case " + own)).GroupBy(own => own, StringComparer.Ordinal).FirstOrDefault(own => own.Count() > 1)?.Key;
        Require.That(twice is null, nameof(Options), $"and cases must have different names; {twice} came twice");
        for (int option = 0; option < Values.Count; option++)
        {
            Require.SameLength(Cases.Count, Values[option].Length, Options[option]);
            int wrong = Array.FindIndex(Values[option], value => !(Math.Abs(value) <= Most));
            Require.That(wrong < 0, "value", wrong < 0 ? "" : FormattableString.Invariant(
                $"must be given for each option in each case, within ±{Most}; that of {Options[option]} in {Cases[wrong]} was {(double.IsNaN(Values[option][wrong]) ? "missing" : Values[option][wrong])}"));
        }

        return this;
    }

    private static OptionOutcomes Read(MeasureRequest request, string input, string caseRole)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table(input);
        (string[] option, string[] own, double[] value) = (table.Texts("option"), table.Texts(caseRole), table.CompleteNumbers("value"));
        string[] options = [.. option.Distinct(StringComparer.Ordinal)];
        string[] cases = [.. own.Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> places = options.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
        Dictionary<string, int> columns = cases.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
        double[][] values = [.. options.Select(_ => Enumerable.Repeat(double.NaN, cases.Length).ToArray())];
        for (int row = 0; row < value.Length; row++)
        {
            (int place, int column) = (places[option[row]], columns[own[row]]);
            Require.That(double.IsNaN(values[place][column]), input, FormattableString.Invariant(
                $"must hold each option once in each {caseRole}; {option[row]} came twice in {own[row]}"));
            values[place][column] = value[row];
        }

        return new OptionOutcomes(options, cases, values);
    }
}
