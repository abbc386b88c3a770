using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The columns that a model asks for, before rows or terms are left out.</summary>
/// <param name="Names">The terms; a categorical term gives one per level but the base.</param>
/// <param name="Columns">Their numbers by row.</param>
/// <param name="Outcome">What is explained.</param>
/// <param name="Weights">The weights; all 1 when the sample gives none.</param>
/// <param name="HasIntercept">Whether the first column is the constant.</param>
internal sealed record ModelColumns(
    string[] Names, double[][] Columns, double[] Outcome, double[] Weights, bool HasIntercept)
{
    /// <summary>Gets the name of the outcome, used in messages.</summary>
    public required string OutcomeName { get; init; }

    public static ModelColumns Read(RegressionSample sample, ModelSpecification model, bool intercept)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(model);
        int count = sample.Data.RowCount;
        double[] outcome = [.. sample.Data.Numbers(model.Outcome)];
        (List<string> names, List<double[]> columns) = Expand(sample.Data, model, intercept);
        double[] weights = sample.Weights is null ? Ones(count) : [.. sample.Weights];
        Require.SameLength(count, weights.Length, nameof(sample.Weights));
        return new ModelColumns([.. names], [.. columns], outcome, weights, intercept) { OutcomeName = model.Outcome };
    }

    /// <summary>Says which rows have all numbers; refuses weights and numbers that no regression can use.</summary>
    public bool[] Complete()
    {
        bool[] complete = new bool[Outcome.Length];
        bool finite = true;
        for (int row = 0; row < complete.Length; row++)
        {
            double sum = 0;
            bool missing = double.IsNaN(Outcome[row]) || double.IsNaN(Weights[row]);
            foreach (double[] column in Columns)
            {
                missing |= double.IsNaN(column[row]);
                sum += Math.Abs(column[row]);
            }

            complete[row] = !missing;
            finite &= missing || double.IsFinite(sum + Math.Abs(Outcome[row]));
            if (!missing && !(Weights[row] > 0))
            {
                Require.That(false, nameof(RegressionSample.Weights), FormattableString.Invariant($"must be positive; row {row + 1} had {Weights[row]}"));
            }
        }

        Require.That(finite, OutcomeName, "and its terms must be finite");
        return complete;
    }

    /// <summary>Gives the columns at some rows.</summary>
    public ModelColumns At(int[] rows) => this with
    {
        Columns = [.. Columns.Select(column => At(column, rows))],
        Outcome = At(Outcome, rows),
        Weights = At(Weights, rows),
    };

    public static double[] At(double[] column, int[] rows)
    {
        double[] values = new double[rows.Length];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = column[rows[row]];
        }

        return values;
    }

    private static (List<string> Names, List<double[]> Columns) Expand(Table data, ModelSpecification model, bool intercept)
    {
        List<string> names = [];
        List<double[]> columns = [];
        if (intercept)
        {
            names.Add("intercept");
            columns.Add(Ones(data.RowCount));
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

    private static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1.0);
        return ones;
    }
}
