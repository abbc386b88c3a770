using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Experiments;

/// <summary>The outcome of each case as a value in a slot: 1 in the slot of its class, or a number in the only slot.</summary>
/// <remarks>
/// With s_k the sums of the slots and Q the sum of squares of m cases, (Q − Σs_k²/m)/m is the Gini impurity of classes and the
/// variance of numbers: one search serves both.
/// </remarks>
/// <param name="Slots">The slot of each case.</param>
/// <param name="Values">The value of each case, numbers less their mean.</param>
/// <param name="Classes">The names of the classes; none for numbers.</param>
/// <param name="Mean">The mean of the numbers; 0 for classes.</param>
internal sealed record TreeOutcome(int[] Slots, double[] Values, string[] Classes, double Mean)
{
    private const int MostClasses = 50;

    public bool IsNumeric => Classes.Length == 0;

    public int SlotCount => IsNumeric ? 1 : Classes.Length;

    public static TreeOutcome Of(CaseSample sample, ClassificationTreeOptions options)
    {
        if (options.Criterion == SplitCriterion.Variance)
        {
            Require.That(options.Threshold is null, nameof(options.Threshold), "must not be given with the criterion variance");
            double[] values = CaseColumn.Of(sample.Outcome).Numbers("value", "must be numbers with the criterion variance");
            Require.That(Array.Exists(values, value => value != values[0]), "value", FormattableString.Invariant($"must vary; all values were {values[0]}"));
            double mean = Sums.Mean(values);
            return new TreeOutcome(new int[values.Length], [.. values.Select(value => value - mean)], [], mean);
        }

        string[] names = options.Threshold is null
            ? NamesOf(CaseColumn.Of(sample.Outcome))
            : [.. sample.Interesting(options.Threshold, options.Side).Select(hit => hit ? "1" : "0")];
        string[] classes = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Require.That(
            classes.Length is >= 2 and <= MostClasses, "value",
            FormattableString.Invariant($"must have 2 to {MostClasses} different values as classes; it had {classes.Length}"));
        return new TreeOutcome(
            [.. names.Select(name => Array.BinarySearch(classes, name, StringComparer.Ordinal))], [.. names.Select(_ => 1.0)], classes, 0);
    }

    /// <summary>Keeps some rows.</summary>
    public TreeOutcome Keep(int[] rows) => this with { Slots = [.. rows.Select(row => Slots[row])], Values = [.. rows.Select(row => Values[row])] };

    /// <summary>Gives by what categories are put in order: the share of the second class, or the mean.</summary>
    public double Rank(int row) => IsNumeric ? Values[row] : Slots[row] == SlotCount - 1 ? 1 : 0;

    private static string[] NamesOf(CaseColumn column) => column.IsCategorical
        ? [.. column.Values.Select(code => column.Categories[(int)code])]
        : [.. column.Values.Select(value => value.ToString(CultureInfo.InvariantCulture))];
}
