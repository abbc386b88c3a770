using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>How well scales measure.</summary>
/// <param name="Checks">The checks, construct by construct.</param>
/// <param name="Differences">The comparisons of items between clustered and dispersed firms that could be made.</param>
/// <param name="Pairs">Which constructs can be told apart.</param>
public sealed record ScaleDiagnosticsResult(
    IReadOnlyList<ScaleCheck> Checks, IReadOnlyList<ScaleDifferences> Differences, IReadOnlyList<ConstructPair> Pairs)
{
    /// <summary>Finds a check.</summary>
    /// <param name="construct">The construct.</param>
    /// <param name="kind">What is checked.</param>
    /// <returns>The check, or null when it was not made.</returns>
    public ScaleCheck? Find(string construct, ScaleCheckKind kind) =>
        Checks.FirstOrDefault(check => check.Construct == construct && check.Kind == kind);

    /// <summary>Gives one row per construct and check.</summary>
    /// <returns>The table <c>scale_diagnostics</c>.</returns>
    public Table ToTable() => Table.Of(
        "scale_diagnostics",
        Column.Of("construct", Checks.Select(check => (string?)check.Construct), "Scale", "Construct of the codebook."),
        Column.Of("check", Checks.Select(check => (string?)Words.Spaced(check.Kind)), "Check", "What is checked."),
        Column.Of(
            "estimate", Checks.Select(check => check.Estimate), "Value", "",
            "Coefficient, share of firms, or number of items or pairs named; invariance: 0 configural, 1 metric, 2 scalar.", recommended: true),
        Column.Of("conf_low", Checks.Select(check => check.ConfLow), "Low", "", "Lower limit: 95 %, of the error of approximation 90 %."),
        Column.Of("conf_high", Checks.Select(check => check.ConfHigh), "High", "", "Upper limit."),
        Column.Of("n", Checks.Select(check => check.Firms), "Firms", "", "Firms that it rests on; of two groups, the smaller."),
        Column.Of("verdict", Checks.Select(check => (string?)Words.Spaced(check.Verdict)), "Verdict", "Whether the rule of the check is met."),
        Column.Of(
            "reason", Checks.Select(check => check.Obstacle == ScaleObstacle.None ? null : Words.Spaced(check.Obstacle)), "Why not",
            "What stands in the way."),
        Column.Of(
            "n_needed", Checks.Select(check => check.FirmsNeeded ?? double.NaN), "Firms needed", "",
            "Firms that it would need, with complete answers or in the smaller group; missing when there are enough."),
        Column.Of("items", Checks.Select(check => check.Items.Count == 0 ? null : string.Join(", ", check.Items)), "Items", "Items that it names."));

    /// <summary>Gives one row per construct and item that was compared between clustered and dispersed firms.</summary>
    /// <returns>The table <c>differential_items</c>.</returns>
    public Table ToDifferentialItems()
    {
        (ScaleDifferences Scale, ItemDifference Item)[] rows =
            [.. Differences.SelectMany(scale => scale.Items.Select(item => (scale, item)))];
        return Table.Of(
            "differential_items",
            Column.Of("construct", rows.Select(row => (string?)row.Scale.Construct), "Scale", "Construct of the codebook."),
            Column.Of("item", rows.Select(row => (string?)row.Item.Item), "Item", "Item of the codebook."),
            Column.Of(
                "estimate", rows.Select(row => row.Item.GroupCoefficient), "Dispersed firms", "log odds",
                "Log odds of a higher answer of dispersed firms against clustered ones of the same score.", recommended: true),
            Column.Of("nagelkerke", rows.Select(row => row.Item.NagelkerkeDifference), "Gain of R²", "", "What group and its product with the score add."),
            Column.Of("p_value", rows.Select(row => row.Item.TotalPValue), "p", "", "Likelihood ratio of group and its product with the score."),
            Column.Of("adjusted_p_value", rows.Select(row => row.Item.AdjustedPValue), "Adjusted p", "", "After Benjamini and Hochberg over the items of the scale."),
                Column.Of(
                "verdict", rows.Select(row => row.Item.Flagged ? "differs" : row.Scale.Suspected.Contains(row.Item.Item) ? "may differ" : "no sign"),
                "Verdict", "differs: adjusted p and gain of R² meet the rule; may differ: p does before adjustment."));
    }

    /// <summary>Gives one row per pair of constructs.</summary>
    /// <returns>The table <c>discriminant_validity</c>.</returns>
    public Table ToDiscriminantValidity() => Table.Of(
        "discriminant_validity",
        Column.Of("first", Pairs.Select(pair => (string?)pair.First), "Construct", "One construct."),
        Column.Of("second", Pairs.Select(pair => (string?)pair.Second), "And", "The other one."),
        Column.Of(
            "estimate", Pairs.Select(pair => pair.Ratio), "Ratio", "", "Heterotrait-monotrait ratio of correlations; below 0.85 they are distinct.",
            recommended: true),
        Column.Of("conf_low", Pairs.Select(pair => pair.ConfLow), "Low", "", "Lower limit of the bootstrap."),
        Column.Of("conf_high", Pairs.Select(pair => pair.ConfHigh), "High", "", "Upper limit."),
        Column.Of("n", Pairs.Select(pair => pair.Firms), "Firms", "", "Fewest firms that a correlation rests on."),
        Column.Of("verdict", Pairs.Select(pair => (string?)Words.Spaced(pair.Distinction)), "Verdict", "Whether they can be told apart."));
}
