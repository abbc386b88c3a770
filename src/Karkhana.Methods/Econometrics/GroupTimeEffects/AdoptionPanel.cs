using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>A panel of units by period, with the period in which each adopts.</summary>
internal sealed class AdoptionPanel
{
    private readonly int[][] _rowOf;

    private AdoptionPanel(PanelRows rows, double[] adoption, ClusterGroups clusters)
    {
        Rows = rows;
        Adoption = adoption;
        Clusters = clusters;
        Periods = [.. rows.Time.Distinct().Order()];
        _rowOf = new int[rows.UnitCount][];
        for (int unit = 0; unit < rows.UnitCount; unit++)
        {
            _rowOf[unit] = [.. Enumerable.Repeat(-1, Periods.Length)];
            for (int row = rows.Starts[unit]; row < rows.Starts[unit + 1]; row++)
            {
                _rowOf[unit][Array.BinarySearch(Periods, rows.Time[row])] = row;
            }
        }

        Cohorts = [.. adoption.Where(double.IsFinite).Distinct().Order()];
    }

    public PanelRows Rows { get; }

    /// <summary>Gets the first treated period of each unit; infinity for never.</summary>
    public double[] Adoption { get; }

    public ClusterGroups Clusters { get; }

    public double[] Periods { get; }

    public double[] Cohorts { get; }

    public int UnitCount => Adoption.Length;

    public static AdoptionPanel Of(StaggeredSample sample, GroupTimeEffectsOptions options)
    {
        double[] adoption = sample.AdoptionByRow(options.Never);
        PanelSample known = sample.Panel with { Time = [.. sample.Panel.Time.Select((time, row) => double.IsNaN(adoption[row]) ? double.NaN : time)] };
        PanelRows rows = PanelRows.Build(
            known, new ModelSpecification { Outcome = options.Outcome, Terms = options.Covariates, Intercept = true });
        double[] byUnit = [.. Enumerable.Range(0, rows.UnitCount).Select(unit => adoption[rows.Rows[rows.Starts[unit]]])];
        return new AdoptionPanel(rows, byUnit, ClustersOf(sample.Panel.Observations, rows));
    }

    /// <summary>Gives the row of a unit in a period, by its place; −1 when there is none.</summary>
    public int Row(int unit, int period) => _rowOf[unit][period];

    private static ClusterGroups ClustersOf(RegressionSample sample, PanelRows rows)
    {
        if (sample.Clusters.Count == 0)
        {
            return new ClusterGroups([.. Enumerable.Range(0, rows.UnitCount)], rows.UnitCount);
        }

        ClusterGroups byRow = SampleClusters.One(sample, rows.Rows);
        for (int unit = 0; unit < rows.UnitCount; unit++)
        {
            int[] own = [.. byRow.ByRow[rows.Starts[unit]..rows.Starts[unit + 1]].Distinct()];
            Require.That(own.Length == 1, nameof(sample.Clusters), FormattableString.Invariant($"must hold whole units; the unit of row {rows.Rows[rows.Starts[unit]] + 1} lies in {own.Length} clusters"));
        }

        return new ClusterGroups([.. Enumerable.Range(0, rows.UnitCount).Select(unit => byRow.ByRow[rows.Starts[unit]])], byRow.Count);
    }
}
