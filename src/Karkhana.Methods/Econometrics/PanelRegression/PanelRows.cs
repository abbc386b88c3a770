using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>The complete rows of a panel, unit after unit, each in the order of time.</summary>
/// <param name="Columns">Terms and outcome.</param>
/// <param name="Rows">Where each row stands in the sample.</param>
/// <param name="Starts">Where each unit begins, and at last the number of rows.</param>
/// <param name="Units">Which unit of the sample each of them is.</param>
/// <param name="Time">The period of each row.</param>
/// <param name="SampleRows">How many rows the sample has, with those that lack a number, a unit or a period.</param>
internal sealed record PanelRows(
    ModelColumns Columns, int[] Rows, int[] Starts, int[] Units, double[] Time, int SampleRows)
{
    public int UnitCount => Units.Length;

    public IReadOnlyList<Note> Notes => DesignNotes.Dropped(SampleRows - Rows.Length, SampleRows);

    public static PanelRows Build(PanelSample sample, ModelSpecification model)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(model);
        sample.Check();
        Require.That(sample.Observations.Weights is null, nameof(RegressionSample.Weights), "must not be given to a panel estimator");
        ModelColumns all = ModelColumns.Read(sample.Observations, model, model.Intercept);
        bool[] complete = all.Complete();
        int[] unitOf = [.. sample.Unit.ByRow];
        for (int row = 0; row < unitOf.Length; row++)
        {
            unitOf[row] = complete[row] && !double.IsNaN(sample.Time[row]) ? unitOf[row] : -1;
        }

        GroupedRows grouped = new(unitOf, sample.Unit.Count);
        int[] rows = grouped.Rows.ToArray();
        Require.That(rows.Length > 0, model.Outcome, "must have a complete row; there was none");
        List<int> units = [];
        List<int> starts = [];
        for (int unit = 0; unit < grouped.Count; unit++)
        {
            (int first, int end) = (grouped.Starts[unit], grouped.Starts[unit + 1]);
            if (end > first)
            {
                units.Add(unit);
                starts.Add(first);
                Array.Sort(rows, first, end - first, Comparer<int>.Create((left, right) => sample.Time[left].CompareTo(sample.Time[right])));
            }
        }

        return new PanelRows(
            all.At(rows), rows, [.. starts, rows.Length], [.. units], [.. rows.Select(row => sample.Time[row])], unitOf.Length);
    }

    public int Length(int unit) => Starts[unit + 1] - Starts[unit];

    /// <summary>Gives the unit of each row as clusters.</summary>
    public ClusterGroups Clusters() => new([.. Enumerable.Range(0, UnitCount).SelectMany(unit => Enumerable.Repeat(unit, Length(unit)))], UnitCount);

    /// <summary>Gives the mean of each unit; every unit weighs as much as it has rows, or all alike.</summary>
    public ModelColumns Means(bool weighted) => Columns with
    {
        Columns = [.. Columns.Columns.Select(Means)],
        Outcome = Means(Columns.Outcome),
        Weights = [.. Enumerable.Range(0, UnitCount).Select(unit => weighted ? (double)Length(unit) : 1)],
    };

    /// <summary>Takes a share of the unit's mean out of every row; the share may differ between units.</summary>
    public ModelColumns QuasiDemeaned(double[] shares) => Columns with
    {
        Columns = [.. Columns.Columns.Select(column => QuasiDemean(column, shares))],
        Outcome = QuasiDemean(Columns.Outcome, shares),
    };

    /// <summary>Gives the change from one row of a unit to the next; a constant stays a constant.</summary>
    public (ModelColumns Columns, ClusterGroups Units) Differences()
    {
        int[] later = [.. Enumerable.Range(0, UnitCount).SelectMany(unit => Enumerable.Range(Starts[unit] + 1, Length(unit) - 1))];
        int[] unitOf = Clusters().ByRow;
        ModelColumns changes = Columns with
        {
            Columns = [.. Columns.Columns.Select((column, term) => Columns.HasIntercept && term == 0
                ? ModelColumns.At(column, later)
                : Change(column, later))],
            Outcome = Change(Columns.Outcome, later),
            Weights = ModelColumns.At(Columns.Weights, later),
        };
        return (changes, Cluster([.. later.Select(row => unitOf[row])]));
    }

    public double[] Means(double[] column) => [.. Enumerable.Range(0, UnitCount).Select(
        unit => Sums.Mean(column.AsSpan(Starts[unit], Length(unit))))];

    private static double[] Change(double[] column, int[] later) => [.. later.Select(row => column[row] - column[row - 1])];

    private static ClusterGroups Cluster(int[] units) => new(Grouping.Number(units, _ => false, out List<int> distinct), distinct.Count);

    private double[] QuasiDemean(double[] column, double[] shares)
    {
        double[] means = Means(column);
        double[] values = [.. column];
        for (int unit = 0; unit < UnitCount; unit++)
        {
            for (int row = Starts[unit]; row < Starts[unit + 1]; row++)
            {
                values[row] -= shares[unit] * means[unit];
            }
        }

        return values;
    }
}
