using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;
using Karkhana.Policy;

namespace Karkhana.Scenarios;

/// <summary>The boxes of parameters in which the first policy often would not be the first.</summary>
internal static class OverturnTable
{
    public static Table Of(IReadOnlyList<OverturnSearch> searches)
    {
        (OverturnSearch Search, PatientRuleInductionResult Box, BoxLimit Limit)[] rows =
        [
            .. searches.Where(search => search.Box is not null).SelectMany(search => search.Box!.Limits.Where(limit => limit.Restricted)
                .Select(limit => (search, search.Box!, limit))),
        ];
        return Table.Of(
            "ranking_overturn",
            Column.Of("policy", rows.Select(row => (string?)row.Search.First), "First", "Id of the first policy."),
            Column.Of("against", rows.Select(row => (string?)row.Search.Against), "Not better than", "Id of doing nothing, or of the second policy."),
            Column.Of("parameter", rows.Select(row => (string?)row.Limit.Input), "Parameter", "Parameter that the box restricts."),
            Column.Of("low", rows.Select(row => row.Limit.Low), "From", "", "Lower limit of the box."),
            Column.Of("high", rows.Select(row => row.Limit.High), "To", "", "Upper limit of the box."),
            Column.Of("quasi_p", rows.Select(row => row.Limit.QuasiP), "Quasi-p", "", "Chance of as many such draws without this limit."),
            Column.Of("reproduced", rows.Select(row => row.Limit.RestrictedShare), "Reproduced", "share", "Share of bootstrap samples that restrict the parameter.", recommended: true),
            Column.Of("density", rows.Select(row => row.Box.Density.Estimate), "Not better in", "share", "Share of the draws in the box in which it is not better."),
            Column.Of("density_unseen", rows.Select(row => row.Box.DensityOutside.Estimate), "Among unseen", "share", "The same among draws that the search did not see."),
            Column.Of("coverage", rows.Select(row => row.Box.Coverage), "Coverage", "share", "Share of all such draws that lie in the box."));
    }

    /// <summary>Gives the rules of the trees, with how far box and tree agree.</summary>
    public static Table Rules(IReadOnlyList<OverturnSearch> searches)
    {
        (OverturnSearch Search, OverturnRule Rule)[] rows = [.. searches.SelectMany(search => search.Rules.Select(rule => (search, rule)))];
        return Table.Of(
            "overturn_rules",
            Column.Of("policy", rows.Select(row => (string?)row.Search.First), "First", "Id of the first policy."),
            Column.Of("against", rows.Select(row => (string?)row.Search.Against), "Not better than", "Id of doing nothing, or of the second policy."),
            Column.Of("rule", rows.Select(row => (string?)row.Rule.Text), "Rule", "What the tree asks of the parameters; all: the tree has no split."),
            Column.Of("n", rows.Select(row => row.Rule.Draws), "Draws", "draws", "Draws for which the rule holds."),
            Column.Of("estimate", rows.Select(row => row.Rule.Share), "Not better in", "share", "Share of them in which the first policy is not better.", recommended: true),
            Column.Of("marked", rows.Select(row => row.Rule.IsOverturned), "Marked", "Whether that is at least half."),
            Column.Of("overlap", rows.Select(row => row.Search.Overlap), "Overlap with box", "share", "Of the draws that tree or box mark, the share that both mark."),
            Column.Of("shared", rows.Select(row => (string?)string.Join(", ", row.Search.BoxParameters.Intersect(row.Search.TreeParameters))), "Named by both", "Parameters that box and tree name."));
    }
}
