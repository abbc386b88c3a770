using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a model: named columns, outcome and weights of the complete rows.</summary>
/// <remarks>A term that the terms before it already determine is left out and named, as R does; the tolerance is 1e-10
/// of its length.</remarks>
internal sealed class DesignMatrix
{
    private const double AliasTolerance = 1e-10;

    // Of what a term was before effects were taken out of it.
    private const double AbsorbedTolerance = 1e-8;

    internal DesignMatrix(
        string[] terms,
        double[][] columns,
        double[] outcome,
        double[] weights,
        int[] rows,
        string[] aliased,
        bool intercept)
    {
        Terms = terms;
        Columns = columns;
        Outcome = outcome;
        Weights = weights;
        Rows = rows;
        Aliased = aliased;
        HasIntercept = intercept;
    }

    public string[] Terms { get; }

    public double[][] Columns { get; }

    /// <summary>Gets the term of the model that each column belongs to; −1 for the constant.</summary>
    public int[] TermOf { get; private init; } = [];

    public double[] Outcome { get; }

    /// <summary>Gets the weights; all 1 when the sample gives none.</summary>
    public double[] Weights { get; }

    /// <summary>Gets the rows of the sample that are complete.</summary>
    public int[] Rows { get; }

    /// <summary>Gets how many rows of the sample were left out, because a cell was missing.</summary>
    public int DroppedRows { get; private init; }

    public string[] Aliased { get; }

    public bool HasIntercept { get; }

    public static DesignMatrix Build(RegressionSample sample, ModelSpecification model)
    {
        ModelColumns all = ModelColumns.Read(sample, model, model?.Intercept ?? false);
        bool[] complete = all.Complete();
        int[] rows = [.. Enumerable.Range(0, complete.Length).Where(row => complete[row])];
        ModelColumns kept = all.At(rows);
        return Of(kept.Terms, kept.Outcome, kept.Weights, rows, model!.Outcome, complete.Length - rows.Length);
    }

    /// <summary>Leaves out the terms that the terms before them determine.</summary>
    /// <param name="all">The numbers of the rows that are used.</param>
    /// <param name="rows">Where these rows stand in the sample.</param>
    /// <param name="model">The model, for its names.</param>
    public static DesignMatrix Of(ModelColumns all, int[] rows, ModelSpecification model) =>
        Of(all.Terms, all.Outcome, all.Weights, rows, model.Outcome);

    /// <summary>Makes a design of columns that are complete, and leaves out those that others determine.</summary>
    public static DesignMatrix Of(
        TermColumns columns, double[] outcome, double[] weights, int[] rows, string name = "outcome", int dropped = 0)
    {
        bool[] aliased = columns.Lengths is null
            ? OrthonormalColumns.Of([.. columns.Columns], AliasTolerance).Aliased
            : OrthonormalColumns.Of([.. columns.Columns], columns.Lengths, AbsorbedTolerance).Aliased;
        int[] used = [.. Enumerable.Range(0, columns.Count).Where(term => !aliased[term])];
        Require.That(used.Length > 0, nameof(ModelSpecification.Terms), "must leave a term to estimate");
        Require.That(rows.Length > used.Length, name,
            FormattableString.Invariant(
                $"needs more complete rows than terms; there are {rows.Length} rows and {used.Length} terms"));
        TermColumns kept = columns.Pick(used);
        return new DesignMatrix(
            [.. kept.Names],
            [.. kept.Columns],
            outcome,
            weights,
            rows,
            [.. Enumerable.Range(0, columns.Count).Where(term => aliased[term]).Select(term => columns.Names[term])],
            kept.TermOf.Contains(-1))
        {
            TermOf = [.. kept.TermOf],
            DroppedRows = dropped,
        };
    }

    /// <summary>Gives the same terms and rows with other numbers: a filter was applied.</summary>
    public DesignMatrix With(double[][] columns, double[] outcome) => new(Terms, columns, outcome, Weights, Rows, Aliased, HasIntercept)
    {
        TermOf = TermOf,
        DroppedRows = DroppedRows,
    };

    /// <summary>Gives the same rows with other columns.</summary>
    public DesignMatrix With(TermColumns columns) => Of(columns, Outcome, Weights, Rows, dropped: DroppedRows);

    /// <summary>Gives the same rows with some of the terms.</summary>
    /// <param name="terms">The places of the terms, in order.</param>
    public DesignMatrix WithTerms(int[] terms) => new(
        [.. terms.Select(term => Terms[term])],
        [.. terms.Select(term => Columns[term])],
        Outcome,
        Weights,
        Rows,
        Aliased,
        HasIntercept && terms is [0, ..])
    {
        TermOf = TermOf.Length == 0 ? [] : [.. terms.Select(term => TermOf[term])],
        DroppedRows = DroppedRows,
    };

    /// <summary>Gives the same rows with other weights.</summary>
    public DesignMatrix Weighted(Converter<double, double> change) =>
        new(Terms, Columns, Outcome, Array.ConvertAll(Weights, change), Rows, Aliased, HasIntercept)
        {
            TermOf = TermOf,
            DroppedRows = DroppedRows,
        };

    /// <summary>Gives the columns times the root of the weights.</summary>
    public Matrix<double> WeightedColumns()
    {
        double[] roots = Array.ConvertAll(Weights, Math.Sqrt);
        return Matrix<double>.Build.Dense(Outcome.Length, Columns.Length, (row, term) => Columns[term][row] * roots[row]);
    }

    /// <summary>Gives the outcome times the root of the weights.</summary>
    public Vector<double> WeightedOutcome() =>
        Vector<double>.Build.Dense(Outcome.Length, row => Outcome[row] * Math.Sqrt(Weights[row]));
}
