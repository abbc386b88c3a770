using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Slopes, thresholds and guessing chances of items.</summary>
/// <param name="Items">The item names.</param>
/// <param name="Slopes">The slope a of each item, logistic metric without the constant 1.702.</param>
/// <param name="Thresholds">The thresholds b_1, b_2, … of each item; step c leads into category c.</param>
/// <param name="Guessing">The guessing chance of each item; 0 unless the model has three parameters.</param>
public sealed record ItemParameters(
    IReadOnlyList<string> Items,
    IReadOnlyList<double> Slopes,
    IReadOnlyList<double[]> Thresholds,
    IReadOnlyList<double> Guessing)
{
    /// <summary>Gets the number of items.</summary>
    public int Count => Items.Count;

    /// <summary>Reads the input <c>parameters</c> of a request: item, slope, threshold columns, optional
    /// guessing.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The parameters.</returns>
    /// <exception cref="ArgumentException">A threshold follows an empty one, or an item has none.</exception>
    public static ItemParameters Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("parameters");
        string[] items = table.Texts("item");
        double[][] steps = [.. table.ColumnsOf("threshold").Select(table.NumbersOf)];
        double[][] thresholds = [.. Enumerable.Range(0, items.Length).Select(item => Steps(items[item], steps, item))];
        return new ItemParameters(
            items,
            table.CompleteNumbers("slope"),
            thresholds,
            table.OptionalNumbers("guessing") is { } guessing
                ? [.. guessing.Select(chance => double.IsNaN(chance) ? 0 : chance)]
                : new double[items.Length]);
    }

    /// <summary>Refuses parameters that no probability can be computed from.</summary>
    /// <param name="model">The model that the parameters belong to.</param>
    /// <returns>The same parameters.</returns>
    /// <exception cref="ArgumentException">Lengths differ, an item is named twice, a number is not finite, a binary
    /// model has an item with several steps, graded thresholds are out of order, or a guessing chance lies outside
    /// [0, 1).</exception>
    public ItemParameters For(ItemModel model)
    {
        Require.That(Count > 0, nameof(Items), "must name at least one item; it was empty");
        Require.SameLength(Count, Slopes.Count, nameof(Slopes));
        Require.SameLength(Count, Thresholds.Count, nameof(Thresholds));
        Require.SameLength(Count, Guessing.Count, nameof(Guessing));
        Require.Finite(Slopes);
        string? twice = Items.GroupBy(item => item, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require.That(twice is null, nameof(Items), $"must name each item once; {twice} came twice");
        for (int item = 0; item < Count; item++)
        {
            CheckItem(model, item);
        }

        return this;
    }

    private static double[] Steps(string name, double[][] steps, int item)
    {
        double[] given = [.. steps.Select(column => column[item]).TakeWhile(threshold => !double.IsNaN(threshold))];
        Require.That(
            given.Length == steps.Count(column => !double.IsNaN(column[item])),
            "threshold",
            $"must be empty only after the last step; item {name} has a step after an empty one");
        return given;
    }

    private static bool InOrder(double[] steps, double slope) => Enumerable.Range(1, steps.Length - 1)
        .All(c => slope >= 0 ? steps[c] >= steps[c - 1] : steps[c] <= steps[c - 1]);

    private void CheckItem(ItemModel model, int item)
    {
        double[] steps = Thresholds[item];
        string name = Items[item];
        Require.That(steps.Length > 0, nameof(Thresholds), $"must have at least one step; item {name} had none");
        Require.Finite(steps, nameof(Thresholds));
        Require.That(
            !model.IsBinary() || steps.Length == 1, nameof(Thresholds),
            FormattableString.Invariant($"must have one step in a model for two categories; item {name} had {steps.Length}"));
        Require.That(
            model != ItemModel.Graded || InOrder(steps, Slopes[item]),
            nameof(Thresholds),
            $"must not decrease in the graded model, nor increase where the slope is negative; those of item {name} do");
        Require.That(
            Guessing[item] is >= 0 and < 1, nameof(Guessing),
            FormattableString.Invariant($"must lie in [0, 1); that of item {name} was {Guessing[item]}"));
        Require.That(
            Guessing[item] == 0 || model == ItemModel.ThreeParameter, nameof(Guessing),
            FormattableString.Invariant(
                $"must be 0 unless the model has three parameters; that of item {name} was {Guessing[item]}"));
    }
}
