using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The paths from advantages through channels, effort and capability to performance.</summary>
/// <param name="Paths">The paths that the sample allows.</param>
/// <param name="Equations">The equations behind them.</param>
/// <param name="MeasuredRoughly">Scores whose reliability in the sample is below 0.4: they entered as observed, which shrinks their slopes.</param>
/// <param name="Provenance">What made it.</param>
public sealed record LearningPathsResult(
    IReadOnlyList<LearningPath> Paths, IReadOnlyList<LearningFit> Equations, IReadOnlyList<string> MeasuredRoughly, Provenance Provenance) : ITidyResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <summary>Finds a path.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="term">The term.</param>
    /// <returns>The path, or null.</returns>
    public LearningPath? Find(string outcome, string term) => Paths.FirstOrDefault(path => path.Outcome == outcome && path.Term == term);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "learning_paths",
        Column.Of("equation", Paths.Select(path => (string?)path.Equation), "Equation", "Channel of learning, effort, capability or performance."),
        Column.Of("outcome", Paths.Select(path => (string?)path.Outcome), "Outcome", "What is explained."),
        Column.Of("term", Paths.Select(path => (string?)path.Term), "Term", "By what."),
        Column.Of("expected_sign", Paths.Select(path => path.Expected), "Expected sign", "", "Sign that the framework gives the path."),
        Column.Of("n", Paths.Select(path => path.Firms), "Firms", "", "Firms used."),
        Column.Of("estimate", Paths.Select(path => path.Estimate), "Association", "SD", "Standard deviations of the outcome.", recommended: true),
        Column.Of("std_error", Paths.Select(path => path.StandardError), "Standard error", "SD", "Standard error, with measurement error by plausible values."),
        Column.Of("conf_low", Paths.Select(path => path.Low), "Low", "SD", "Lower limit, 95 %."),
        Column.Of("conf_high", Paths.Select(path => path.High), "High", "SD", "Upper limit, 95 %."),
        Column.Of("p_value", Paths.Select(path => path.PValue), "p", "", "Two-sided p-value."),
        Column.Of("wild_p_value", Paths.Select(path => path.WildPValue), "Wild p", "", "By the wild cluster bootstrap over places, where there are fewer than 20."),
        Column.Of("adjusted_p_value", Paths.Select(path => path.AdjustedPValue), "Adjusted p", "", "Corrected over all paths."));
}
