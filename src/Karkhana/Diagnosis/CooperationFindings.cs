using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;

namespace Karkhana.Diagnosis;

/// <summary>What firms say that they have from being together and from acting together; what the survey does not allow is
/// null.</summary>
public sealed record CooperationFindings
{
    /// <summary>Gets external economies and joint action among clustered firms; null without clustered respondents.</summary>
    public CollectiveEfficiencyProfileResult? Clustered { get; private init; }

    /// <summary>Gets the same among dispersed firms; null without dispersed respondents.</summary>
    public CollectiveEfficiencyProfileResult? Dispersed { get; private init; }

    /// <summary>Gets the scores of single firms.</summary>
    public required FirmCollectiveEfficiencyResult Firms { get; init; }

    /// <summary>Gets how the change of joint action goes with performance among clustered firms.</summary>
    public JointActionPerformanceResult? Performance { get; private init; }

    /// <summary>Gets who takes part in joint action, by what tells firms apart.</summary>
    public required IReadOnlyDictionary<string, JointActionSelectivityResult> Selectivity { get; init; }

    /// <summary>Gets what made the parts that are there.</summary>
    internal IEnumerable<Provenance> Provenances
    {
        get
        {
            ITidyResult?[] parts = [Clustered, Firms, Performance, Selectivity.Values.FirstOrDefault()];
            return parts.OfType<ITidyResult>().Select(part => part.Provenance);
        }
    }

    internal static CooperationFindings Of(
        Survey survey, ExposureTable exposures, RespondentGroups groups, ulong seed, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        CollectiveEfficiencyProfileResult? ProfileOf(int[] respondents) => respondents.Length == 0
            ? null
            : CollectiveEfficiencyProfile.Estimate(survey, respondents, new CollectiveEfficiencyProfileOptions { Seed = seed }, execution, cancellationToken);
        return new CooperationFindings
        {
            Clustered = ProfileOf(groups.Clustered),
            Dispersed = ProfileOf(groups.Dispersed),
            Firms = FirmCollectiveEfficiency.Estimate(
                exposures, survey, new FirmCollectiveEfficiencyOptions { Latent = true }, execution, cancellationToken),
            Performance = groups.Clustered.Length == 0 ? null : JointActionPerformance.Estimate(
                JointActionPerformanceInput.Of(survey, groups.Clustered), new JointActionPerformanceOptions { Seed = seed }, execution, cancellationToken),
            Selectivity = groups.Names.ToDictionary(
                own => own.Key, own => JointActionSelectivity.Estimate(survey, own.Value), StringComparer.Ordinal),
        };
    }

    /// <summary>Gives the tables, small cells held back.</summary>
    /// <returns>The tables; names differ.</returns>
    internal IEnumerable<Table> ToTables()
    {
        Table?[] tables =
        [
            ToProfile(), ToSelectivity(), Performance?.ToTable(), Performance?.ToTerciles(), Firms.ToTable(), ToScores(),
        ];
        return tables.OfType<Table>().Where(table => table.RowCount > 0);
    }

    /// <summary>Gives the profiles of clustered and dispersed firms below each other.</summary>
    /// <returns>The table <c>collective_efficiency_profile</c>.</returns>
    internal Table ToProfile()
    {
        (string Firms, Table Table)[] parts =
        [
            .. new[] { ("clustered", Clustered), ("dispersed", Dispersed) }
                .Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!.ToTable())),
        ];
        return SmallCells.Suppress(TableRows.Joined("collective_efficiency_profile", ("firms", "Firms", "Clustered or dispersed firms."), parts));
    }

    /// <summary>Gives who takes part.</summary>
    /// <returns>The table <c>joint_action_selectivity</c>.</returns>
    internal Table ToSelectivity()
    {
        Table table = TableRows.Joined(
            "joint_action_selectivity", ("by", "By", "What tells the groups apart."), [.. Selectivity.Select(own => (own.Key, own.Value.ToTable()))]);
        // All firms are the same whatever tells groups apart.
        return TableRows.Where(table, row => table.Texts("group")[row] != "all" || table.Texts("by")[row] == RespondentGroups.ByPlace);
    }

    /// <summary>Gives what the scores of firms rest on.</summary>
    /// <returns>The table <c>collective_efficiency_scores</c>.</returns>
    internal Table ToScores()
    {
        CollectiveEfficiencyScore[] scores = [.. Firms.Scores];
        return SmallCells.Suppress(Table.Of(
            "collective_efficiency_scores",
            Column.Of("score", scores.Select(score => (string?)score.Name), "Score", "External economies, joint action, one of its types, or latent joint action."),
            Column.Of("n", scores.Select(score => score.Values.Count(value => !double.IsNaN(value))), "Firms", "", "Firms with a score."),
            Column.Of("parts", scores.Select(score => score.Parts.Count), "Parts", "", "Exposures or items of the score."),
            Column.Of("alpha", scores.Select(score => score.Alpha), "α", "", "Cronbach's alpha of the items; missing for exposures and the latent score."),
            Column.Of("estimate", scores.Select(score => MeanOf(score.Values)), "Mean", "points", "Mean over firms.", recommended: true),
            Column.Of("std_error", scores.Select(score => MeanOf(score.StandardErrors)), "Error of a firm", "points", "Mean standard error of measurement of one firm.")));
    }

    private static double MeanOf(IReadOnlyList<double> values) => Sums.Mean([.. values.Where(value => !double.IsNaN(value))]);
}
