using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>One input of all cases; categories are numbered from 0 in ordinal order.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">The numbers, or the numbers of the categories.</param>
/// <param name="Categories">The categories; none for an input of numbers.</param>
internal sealed record CaseColumn(string Name, double[] Values, string[] Categories)
{
    public bool IsCategorical => Categories.Length > 0;

    /// <summary>Takes a column and refuses a cell that is missing or not finite.</summary>
    public static CaseColumn Of(Column column)
    {
        if (column is TextColumn texts)
        {
            int empty = texts.Values.ToList().FindIndex(string.IsNullOrEmpty);
            Require.That(empty < 0, column.Name, FormattableString.Invariant($"must not be missing; row {empty + 1} was empty"));
            string[] categories = [.. texts.Values.Select(text => text!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            return new CaseColumn(
                column.Name, [.. texts.Values.Select(text => (double)Array.BinarySearch(categories, text!, StringComparer.Ordinal))], categories);
        }

        double[] values = [.. Enumerable.Range(0, column.Count).Select(row => Convert.ToDouble(column[row] ?? double.NaN, CultureInfo.InvariantCulture))];
        int wrong = Array.FindIndex(values, value => !double.IsFinite(value));
        Require.That(wrong < 0, column.Name, wrong < 0 ? "" : double.IsNaN(values[wrong])
            ? FormattableString.Invariant($"must not be missing; row {wrong + 1} was empty")
            : FormattableString.Invariant($"must be finite; row {wrong + 1} was {values[wrong]}"));
        return new CaseColumn(column.Name, values, []);
    }

    /// <summary>Gives the numbers and refuses categories.</summary>
    public double[] Numbers(string name, string rule)
    {
        Require.That(!IsCategorical, name, rule);
        return Values;
    }

    /// <summary>Keeps some rows, which may come several times.</summary>
    public CaseColumn Keep(int[] rows) => this with { Values = [.. rows.Select(row => Values[row])] };
}
