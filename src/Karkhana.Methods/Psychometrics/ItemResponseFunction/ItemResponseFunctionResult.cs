using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The curves of items over θ.</summary>
public sealed record ItemResponseFunctionResult : IMeasureResult
{
    /// <summary>Gets the items' parameters.</summary>
    public required ItemParameters Parameters { get; init; }

    /// <summary>Gets the values of θ.</summary>
    public required IReadOnlyList<double> Theta { get; init; }

    /// <summary>Gets the score of the lowest category.</summary>
    public required double LowestCategory { get; init; }

    /// <summary>Gets the test information at each θ.</summary>
    public required double[] TestInformation { get; init; }

    /// <summary>Gets the expected sum of the item scores at each θ.</summary>
    public required double[] ExpectedScore { get; init; }

    /// <summary>Gets the item information, row by row of θ.</summary>
    public required double[] ItemInformation { get; init; }

    /// <summary>Gets the category probabilities, row by row of θ, item by item.</summary>
    public required double[] Probability { get; init; }

    /// <summary>Gets 1/√I at each θ; infinite where the items tell nothing.</summary>
    public IReadOnlyList<double> StandardError => [.. TestInformation.Select(information => 1 / Math.Sqrt(information))];

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        string[] rows = [.. Theta.Select(theta => FormattableString.Invariant($"{theta}"))];
        return new MeasureOutputs()
            .Vector("theta", Theta)
            .Vector("test_information", TestInformation)
            .Vector("std_error", StandardError)
            .Vector("expected_score", ExpectedScore)
            .Matrix("item_information", rows, Parameters.Items, ItemInformation)
            .Matrix("probability", rows, Categories(), Probability);
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "item_response_function",
        Column.Of("theta", Theta, "θ", "", "Latent variable, logistic metric."),
        Column.Of("test_information", TestInformation, "Information", "", "Sum of the item informations.", recommended: true),
        Column.Of("std_error", StandardError, "Standard error", "", "1/√information: of a maximum likelihood score at this θ."),
        Column.Of("expected_score", ExpectedScore, "Expected score", "points", "Expected sum of the item scores."));

    private IEnumerable<string> Categories() => Enumerable.Range(0, Parameters.Count).SelectMany(
        item => Enumerable.Range(0, Parameters.Thresholds[item].Length + 1).Select(
            c => FormattableString.Invariant($"{Parameters.Items[item]}:{LowestCategory + c}")));
}
