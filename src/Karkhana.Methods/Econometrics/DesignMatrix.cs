using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a model: named columns, outcome and weights of the complete rows.</summary>
/// <remarks>A term that the terms before it already determine is left out and named, as R does; the tolerance is 1e-10
/// of its length.</remarks>
internal sealed class DesignMatrix
{
    private const double AliasTolerance = 1e-10;

    private DesignMatrix(
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
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(model);
        int count = sample.Data.RowCount;
        double[] outcome = [.. sample.Data.Numbers(model.Outcome)];
        (List<string> names, List<double[]> columns) = Expand(sample.Data, model);
        double[] weights = sample.Weights is null ? [.. Enumerable.Repeat(1.0, count)] : [.. sample.Weights];
        Require.SameLength(count, weights.Length, nameof(sample.Weights));
        int[] rows = [.. Enumerable.Range(0, count).Where(row =>
            !double.IsNaN(outcome[row]) && !double.IsNaN(weights[row]) && columns.TrueForAll(
                column => !double.IsNaN(column[row])))];
        Require.That(rows.All(row => weights[row] > 0), nameof(sample.Weights), "must be positive");
        Require.That(rows.All(row => double.IsFinite(outcome[row]) && columns.TrueForAll(
            column => double.IsFinite(column[row]))), model.Outcome, "and its terms must be finite");
        double[][] kept = [.. columns.Select(column => rows.Select(row => column[row]).ToArray())];
        bool[] aliased = FindAliased(kept);
        int[] used = [.. Enumerable.Range(0, kept.Length).Where(term => !aliased[term])];
        Require.That(used.Length > 0, nameof(model.Terms), "must leave a term to estimate");
        Require.That(rows.Length > used.Length, model.Outcome,
            FormattableString.Invariant(
                $"needs more complete rows than terms; there are {rows.Length} rows and {used.Length} terms"));
        return new DesignMatrix(
            [.. used.Select(term => names[term])],
            [.. used.Select(term => kept[term])],
            [.. rows.Select(row => outcome[row])],
            [.. rows.Select(row => weights[row])],
            rows,
            [.. Enumerable.Range(0, kept.Length).Where(term => aliased[term]).Select(term => names[term])],
            model.Intercept);
    }

    /// <summary>Gives the same terms and rows with other numbers: a filter was applied.</summary>
    public DesignMatrix With(double[][] columns, double[] outcome) =>
        new(Terms, columns, outcome, Weights, Rows, Aliased, HasIntercept);

    /// <summary>Adds terms; those that the terms before them determine are left out and named.</summary>
    /// <param name="names">The names of the new terms.</param>
    /// <param name="columns">Their numbers on the complete rows.</param>
    public DesignMatrix Extended(IReadOnlyList<string> names, IReadOnlyList<double[]> columns)
    {
        string[] terms = [.. Terms, .. names];
        double[][] all = [.. Columns, .. columns];
        bool[] aliased = FindAliased(all);
        int[] used = [.. Enumerable.Range(0, all.Length).Where(term => !aliased[term])];
        Require.That(Rows.Length > used.Length, "model",
            FormattableString.Invariant($"needs more complete rows than terms; there are {Rows.Length} rows and {used.Length} terms"));
        return new DesignMatrix(
            [.. used.Select(term => terms[term])], [.. used.Select(term => all[term])], Outcome, Weights, Rows,
            [.. Aliased, .. Enumerable.Range(0, all.Length).Where(term => aliased[term]).Select(term => terms[term])], HasIntercept);
    }

    private static (List<string> Names, List<double[]> Columns) Expand(Table data, ModelSpecification model)
    {
        List<string> names = [];
        List<double[]> columns = [];
        if (model.Intercept)
        {
            names.Add("intercept");
            columns.Add([.. Enumerable.Repeat(1.0, data.RowCount)]);
        }

        foreach (string term in model.Terms)
        {
            if (model.Categorical.TryGetValue(term, out string? baseLevel))
            {
                AddLevels(names, columns, term, TextsOf(data, term), baseLevel);
            }
            else
            {
                names.Add(term);
                columns.Add([.. data.Numbers(term)]);
            }
        }

        return (names, columns);
    }

    private static void AddLevels(
        List<string> names, List<double[]> columns, string term, string?[] texts, string baseLevel)
    {
        Require.That(texts.Contains(baseLevel), term, $"must hold its base level \"{baseLevel}\"");
        foreach (string level in texts.OfType<string>().Distinct().Where(text => text != baseLevel).Order(StringComparer.Ordinal))
        {
            names.Add($"{term}={level}");
            columns.Add([.. texts.Select(text => text is null ? double.NaN : text == level ? 1.0 : 0.0)]);
        }
    }

    private static string?[] TextsOf(Table data, string name) => data[name] is TextColumn
        ? [.. data.Texts(name)]
        : [.. data.Numbers(name).Select(
            value => double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture))];

    // Modified Gram–Schmidt, twice over, only to find dependence; the estimate itself comes from Householder QR.
    private static bool[] FindAliased(double[][] columns)
    {
        bool[] aliased = new bool[columns.Length];
        List<double[]> basis = [];
        for (int term = 0; term < columns.Length; term++)
        {
            double[] rest = [.. columns[term]];
            double before = Length(rest);
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (double[] direction in basis)
                {
                    double share = Core.Kernels.Sums.Dot(direction, rest);
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

    private static double Length(double[] values) => Math.Sqrt(Core.Kernels.Sums.Dot(values, values));
}
