using Karkhana.Core.Errors;

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

    /// <summary>Gets the term of the model that each column belongs to; −1 for the constant.</summary>
    public required IReadOnlyList<int> TermOf { get; init; }

    /// <summary>Gets the columns as terms; those of columns that took the place of the model's are counted anew.</summary>
    public TermColumns Terms => new(Names, Columns, IsOfModel ? TermOf : [.. Names.Select((_, at) => at - (HasIntercept ? 1 : 0))]);

    private bool IsOfModel => TermOf.Count == Names.Length && TermOf.Contains(-1) == HasIntercept;

    public static ModelColumns Of(TermColumns terms, double[] outcome, double[] weights, string outcomeName) =>
        new([.. terms.Names], [.. terms.Columns], outcome, weights, terms.TermOf.Contains(-1))
        {
            OutcomeName = outcomeName,
            TermOf = terms.TermOf,
        };

    public static ModelColumns Read(RegressionSample sample, ModelSpecification model, bool intercept)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(model);
        Require.That(model.Absorb.Count == 0, nameof(model.Absorb), FormattableString.Invariant(
            $"must be empty here, for this regression does not absorb fixed effects; it named {string.Join(", ", model.Absorb)}"));
        int count = sample.Data.RowCount;
        double[] outcome = [.. sample.Data.Numbers(model.Outcome)];
        TermColumns terms = TermColumns.Of(sample.Data, model with { Intercept = intercept });
        double[] weights = sample.Weights is null ? Ones(count) : [.. sample.Weights];
        Require.SameLength(count, weights.Length, nameof(sample.Weights));
        return Of(terms, outcome, weights, model.Outcome);
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

    /// <summary>Refuses numbers whose powers a method could not add; the rows must be complete.</summary>
    /// <param name="most">The greatest size allowed.</param>
    /// <param name="rows">Where each row stands in the sample.</param>
    /// <returns>The columns.</returns>
    public ModelColumns Within(double most, int[] rows)
    {
        RequireWithin(Outcome, OutcomeName, most, rows);
        for (int column = 0; column < Columns.Length; column++)
        {
            RequireWithin(Columns[column], Names[column], most, rows);
        }

        return this;
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

    private static void RequireWithin(double[] column, string name, double most, int[] rows)
    {
        int row = Array.FindIndex(column, value => Math.Abs(value) > most);
        Require.That(row < 0, name, FormattableString.Invariant(
            $"must hold numbers within ±{most}, whose products can be added; row {(row < 0 ? 0 : rows[row] + 1)} was {(row < 0 ? 0 : column[row])}"));
    }

    public static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1.0);
        return ones;
    }
}
