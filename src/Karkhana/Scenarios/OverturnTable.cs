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
}
