using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a model: named columns, outcome and weights of the complete rows.</summary>
/// <remarks>A term that the terms before it already determine is left out and named, as R does; the tolerance is 1e-10
/// of its length.</remarks>
internal sealed class DesignMatrix
{
    private const double AliasTolerance = 1e-10;

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

    public double[] Outcome { get; }

    /// <summary>Gets the weights; all 1 when the sample gives none.</summary>
    public double[] Weights { get; }

    /// <summary>Gets the rows of the sample that are complete.</summary>
    public int[] Rows { get; }

    public string[] Aliased { get; }

    public bool HasIntercept { get; }

    public static DesignMatrix Build(RegressionSample sample, ModelSpecification model)
    {
        ModelColumns all = ModelColumns.Read(sample, model, model?.Intercept ?? false);
        bool[] complete = all.Complete();
        int[] rows = [.. Enumerable.Range(0, complete.Length).Where(row => complete[row])];
        return Of(all.At(rows), rows, model!);
    }

    /// <summary>Leaves out the terms that the terms before them determine.</summary>
    /// <param name="all">The numbers of the rows that are used.</param>
    /// <param name="rows">Where these rows stand in the sample.</param>
    /// <param name="model">The model, for its names.</param>
    public static DesignMatrix Of(ModelColumns all, int[] rows, ModelSpecification model)
    {
        bool[] aliased = OrthonormalColumns.Of(all.Columns, AliasTolerance).Aliased;
        int[] used = [.. Enumerable.Range(0, aliased.Length).Where(term => !aliased[term])];
        Require.That(used.Length > 0, nameof(model.Terms), "must leave a term to estimate");
        Require.That(rows.Length > used.Length, model.Outcome,
            FormattableString.Invariant(
                $"needs more complete rows than terms; there are {rows.Length} rows and {used.Length} terms"));
        return new DesignMatrix(
            [.. used.Select(term => all.Names[term])],
            [.. used.Select(term => all.Columns[term])],
            all.Outcome,
            all.Weights,
            rows,
            [.. Enumerable.Range(0, aliased.Length).Where(term => aliased[term]).Select(term => all.Names[term])],
            all.HasIntercept);
    }
}
