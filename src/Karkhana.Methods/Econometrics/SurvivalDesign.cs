using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The complete rows of a survival regression.</summary>
/// <param name="Design">The terms; the outcome is the time.</param>
/// <param name="Events">1 where the event came, else 0.</param>
/// <param name="Entries">The times of entry; null when all were watched from the start.</param>
/// <param name="Strata">The stratum of each row, numbered from 0.</param>
/// <param name="Sample">The sample as a regression sample, with the clusters.</param>
internal sealed record SurvivalDesign(DesignMatrix Design, double[] Events, double[]? Entries, int[] Strata, RegressionSample Sample)
{
    /// <summary>Builds the design, the constant first.</summary>
    public static SurvivalDesign Of(
        SurvivalRegressionSample sample, IReadOnlyList<string> terms, IReadOnlyDictionary<string, string> categorical)
    {
        sample.Survival.Check();
        Require.SameLength(sample.Survival.Times.Count, sample.Data.RowCount, nameof(sample.Data));
        Require.That(terms.Count > 0, nameof(terms), "must name a term");
        string time = "time";
        while (sample.Data.Has(time))
        {
            time += "_";
        }

        RegressionSample regression = new(Table.Of("sample", [.. sample.Data.Columns, Column.Of(time, sample.Survival.Times)]))
        {
            Clusters = sample.Clusters.Count == 0 ? [] : [sample.Clusters],
        };
        DesignMatrix design = DesignMatrix.Build(
            regression, new ModelSpecification { Outcome = time, Terms = terms, Categorical = categorical });
        double[] events = [.. design.Rows.Select(row => sample.Survival.Events[row] ? 1.0 : 0.0)];
        Require.That(events.Contains(1), "event", FormattableString.Invariant(
            $"must come to a subject among the complete rows; it came to none of {events.Length}"));
        Require.That(design.Terms.Length > 1, nameof(terms), "must leave a term to estimate; all were constant");
        return new SurvivalDesign(
            design,
            events,
            sample.Survival.Entries is { } entries ? [.. design.Rows.Select(row => entries[row])] : null,
            sample.Survival.Strata.Count == 0 ? new int[events.Length] : ClusterGroups.Of(sample.Survival.Strata, design.Rows).ByRow,
            regression);
    }
}
