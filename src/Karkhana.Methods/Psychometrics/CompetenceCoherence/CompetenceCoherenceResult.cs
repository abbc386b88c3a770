using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Relatedness of competences and coherence of firms.</summary>
public sealed record CompetenceCoherenceResult : IMeasureResult
{
    /// <summary>Gets the competences in order.</summary>
    public required IReadOnlyList<string> Competences { get; init; }

    /// <summary>Gets how many of the firms that count hold each.</summary>
    public required IReadOnlyList<int> Holders { get; init; }

    /// <summary>Gets the relatedness of each pair in standard deviations, row after row; the diagonal is NaN.</summary>
    public required IReadOnlyList<double> Relatedness { get; init; }

    /// <summary>Gets the firms in order.</summary>
    public required IReadOnlyList<FirmCoherence> Firms { get; init; }

    /// <summary>Gets the mean coherence of the firms with at least two competences.</summary>
    public required double MeanCoherence { get; init; }

    /// <summary>Gets its mean over random tables; NaN without replicates.</summary>
    public required double MeanExpected { get; init; }

    /// <summary>Gets how often random tables are at least as coherent; NaN without replicates.</summary>
    public required double MeanPValue { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("competence", Competences)
        .Vector("holders", Holders)
        .Matrix("relatedness", Competences, Competences, Relatedness)
        .Vector("firm", Firms.Select(firm => firm.Firm))
        .Vector("competences", Firms.Select(firm => firm.Competences))
        .Vector("coherence", Firms.Select(firm => firm.Coherence))
        .Vector("average_relatedness", Firms.Select(firm => firm.AverageRelatedness))
        .Vector("expected", Firms.Select(firm => firm.Expected))
        .Vector("p_value", Firms.Select(firm => firm.PValue))
        .Scalar("mean_coherence", MeanCoherence)
        .Scalar("mean_expected", MeanExpected)
        .Scalar("mean_p_value", MeanPValue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "competence_coherence",
        Column.Of("firm", Firms.Select(firm => (string?)firm.Firm), "Firm", "Firm, or another holder."),
        Column.Of("n", Firms.Select(firm => firm.Competences), "Competences", "", "Competences that it holds."),
        Column.Of(
            "estimate", Firms.Select(firm => firm.Coherence), "Coherence", "standard deviations",
            "Mean relatedness along the strongest links.", recommended: true),
        Column.Of(
            "average_relatedness", Firms.Select(firm => firm.AverageRelatedness), "Average relatedness",
            "standard deviations", "Mean relatedness of all pairs."),
        Column.Of("expected", Firms.Select(firm => firm.Expected), "Expected", "standard deviations", "Mean coherence in random tables."),
        Column.Of("p_value", Firms.Select(firm => firm.PValue), "p", "", "Of random tables at least as coherent."));

    /// <summary>Gives one row per pair of competences.</summary>
    /// <returns>The table <c>competence_relatedness</c>.</returns>
    public Table ToPairs()
    {
        int width = Competences.Count;
        (int I, int J)[] pairs = [.. Enumerable.Range(0, width).SelectMany(i => Enumerable.Range(i + 1, width - i - 1).Select(j => (i, j)))];
        return Table.Of(
            "competence_relatedness",
            Column.Of("competence", pairs.Select(pair => (string?)Competences[pair.I]), "Competence", "First of the pair."),
            Column.Of("other", pairs.Select(pair => (string?)Competences[pair.J]), "Other", "Second of the pair."),
            Column.Of(
                "estimate", pairs.Select(pair => Relatedness[(pair.I * width) + pair.J]), "Relatedness", "standard deviations",
                "Co-occurrence less that expected, in standard deviations.", recommended: true));
    }
}
