using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a model: named columns, outcome and weights of the complete rows.</summary>
/// <remarks>A term that the terms before it already determine is left out and named, as R does; the tolerance is 1e-10
/// of its length.</remarks>
internal sealed class DesignMatrix
{
    private const double AliasTolerance = 1e-10;

    private DesignMatrix(TermColumns kept, double[] outcome, double[] weights, int[] rows)
    {
        Terms = [.. kept.Names];
        Columns = [.. kept.Columns];
        TermOf = [.. kept.TermOf];
        Outcome = outcome;
        Weights = weights;
        Rows = rows;
        HasIntercept = Array.IndexOf(TermOf, -1) >= 0;
    }

    public string[] Terms { get; }

    public double[][] Columns { get; }

    /// <summary>Gets the term of the model that each column belongs to; −1 for the constant.</summary>
    public int[] TermOf { get; }

    public double[] Outcome { get; }

    /// <summary>Gets the weights; all 1 when the sample gives none.</summary>
    public double[] Weights { get; }

    /// <summary>Gets the rows of the sample that are complete.</summary>
    public int[] Rows { get; }

    /// <summary>Gets how many rows of the sample were left out, because a cell was missing.</summary>
    public int DroppedRows { get; private init; }

    public string[] Aliased { get; private init; } = [];

    public bool HasIntercept { get; }

    public static DesignMatrix Build(RegressionSample sample, ModelSpecification model)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(model);
        Require.That(model.Absorb.Count == 0, nameof(model.Absorb),
            "must be empty here; fixed-effects-regression and two-stage-least-squares absorb fixed effects");
        TermColumns columns = TermColumns.Of(sample.Data, model);
        double[] outcome = [.. sample.Data.Numbers(model.Outcome)];
        double[] weights = WeightsOf(sample);
        int[] rows = CompleteRows(model.Outcome, outcome, weights, columns);
        return Of(
            columns.Take(rows),
            Array.ConvertAll(rows, row => outcome[row]),
            Array.ConvertAll(rows, row => weights[row]),
            rows,
            model.Outcome,
            sample.Data.RowCount - rows.Length);
    }

    /// <summary>Makes a design of columns that are complete, and leaves out those that others determine.</summary>
    public static DesignMatrix Of(
        TermColumns columns, double[] outcome, double[] weights, int[] rows, string name = "outcome", int dropped = 0)
    {
        bool[] aliased = FindAliased(columns.Columns);
        int[] used = [.. Enumerable.Range(0, columns.Count).Where(term => !aliased[term])];
        Require.That(used.Length > 0, nameof(ModelSpecification.Terms), "must leave a term to estimate");
        Require.That(rows.Length > used.Length, name,
            FormattableString.Invariant(
                $"needs more complete rows than terms; there are {rows.Length} rows and {used.Length} terms"));
        return new DesignMatrix(columns.Pick(used), outcome, weights, rows)
        {
            Aliased = [.. Enumerable.Range(0, columns.Count).Where(term => aliased[term]).Select(term => columns.Names[term])],
            DroppedRows = dropped,
        };
    }

    /// <summary>Gives the weights of a sample, all 1 when it has none.</summary>
    public static double[] WeightsOf(RegressionSample sample)
    {
        double[] weights = new double[sample.Data.RowCount];
        Array.Fill(weights, 1);
        if (sample.Weights is not null)
        {
            Require.SameLength(weights.Length, sample.Weights.Count, nameof(sample.Weights));
            weights = [.. sample.Weights];
        }

        return weights;
    }

    /// <summary>Finds the rows without a missing number, and refuses weights and numbers that a regression cannot
    /// use.</summary>
    public static int[] CompleteRows(string name, double[] outcome, double[] weights, TermColumns columns)
    {
        int[] rows = [.. Enumerable.Range(0, outcome.Length).Where(row =>
            !double.IsNaN(outcome[row]) && !double.IsNaN(weights[row]) && !columns.Columns.Any(
                column => double.IsNaN(column[row])))];
        Require.That(Array.TrueForAll(rows, row => weights[row] > 0 && double.IsFinite(weights[row])), nameof(RegressionSample.Weights),
            "must be positive and finite");
        Require.That(Array.TrueForAll(rows, row => double.IsFinite(outcome[row]) && columns.Columns.All(
            column => double.IsFinite(column[row]))), name, "and its terms must be finite");
        return rows;
    }

    /// <summary>Gives the same terms and rows with other numbers: a filter was applied.</summary>
    public DesignMatrix With(double[][] columns, double[] outcome) => new(new TermColumns(Terms, columns, TermOf), outcome, Weights, Rows)
    {
        Aliased = Aliased,
        DroppedRows = DroppedRows,
    };

    /// <summary>Gives the same rows with other columns.</summary>
    public DesignMatrix With(TermColumns columns) => Of(columns, Outcome, Weights, Rows, dropped: DroppedRows);

    /// <summary>Gives the columns times the root of the weights.</summary>
    public Matrix<double> WeightedColumns()
    {
        double[] roots = Array.ConvertAll(Weights, Math.Sqrt);
        return Matrix<double>.Build.Dense(Outcome.Length, Columns.Length, (row, term) => Columns[term][row] * roots[row]);
    }

    /// <summary>Gives the outcome times the root of the weights.</summary>
    public Vector<double> WeightedOutcome() =>
        Vector<double>.Build.Dense(Outcome.Length, row => Outcome[row] * Math.Sqrt(Weights[row]));

    // Modified Gram–Schmidt, twice over, only to find dependence; the estimate itself comes from Householder QR.
    private static bool[] FindAliased(IReadOnlyList<double[]> columns)
    {
        bool[] aliased = new bool[columns.Count];
        List<double[]> basis = [];
        for (int term = 0; term < columns.Count; term++)
        {
            double[] rest = [.. columns[term]];
            double before = Length(rest);
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (double[] direction in basis)
                {
                    double share = Sums.Dot(direction, rest);
                    for (int row = 0; row < rest.Length; row++)
                    {
                        rest[row] -= share * direction[row];
                    }
                }
            }

            double after = Length(rest);
            aliased[term] = !(after > AliasTolerance * before);
            if (!aliased[term])
            {
                basis.Add([.. rest.Select(value => value / after)]);
            }
        }

        return aliased;
    }

    private static double Length(double[] values) => Math.Sqrt(Sums.Dot(values, values));
}
