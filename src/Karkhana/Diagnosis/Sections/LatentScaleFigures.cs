using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The pictures of a latent scale: firms beside item steps, category curves, and where the scale is precise.</summary>
internal static class LatentScaleFigures
{
    private const int MostItems = 12;
    private const double Last = 4;
    private const double ClassWidth = 0.5;
    private const double CurveStep = 0.2;

    public static IReadOnlyList<FigureBlock> Of(LatentScale scale) => [PersonItemMap(scale), ItemCurves(scale), Information(scale)];

    private static FigureBlock PersonItemMap(LatentScale scale)
    {
        double[] known = [.. scale.Theta.Where(double.IsFinite)];
        int[] classes = [.. Enumerable.Range(0, (int)(2 * Last / ClassWidth))];
        double Low(int at) => -Last + (at * ClassWidth);

        // The outermost classes take what lies beyond them.
        int Count(int at) => known.Count(theta =>
            (at == 0 || theta >= Low(at)) && (at == classes.Length - 1 || theta < Low(at + 1)));
        Table persons = SmallCells.SuppressWithComplement(Table.Of(
            "persons",
            Column.Of("low", classes.Select(Low), "From", "SD", "Lower end of the class."),
            Column.Of("high", classes.Select(at => Low(at + 1)), "To", "SD", "Upper end of the class."),
            Column.Of("n", classes.Select(Count), "Firms", "", "Firms whose score lies in the class; the outermost classes take what lies beyond.")));
        ItemParameters items = scale.Model.Parameters;
        (int Item, int Step)[] steps = [.. Enumerable.Range(0, items.Count).SelectMany(
            item => Enumerable.Range(0, items.Thresholds[item].Length).Select(step => (item, step)))];
        Table map = Table.Of(
            "items",
            Column.Of("term", steps.Select(row => items.Items[row.Item]), "Item", "Item of the codebook."),
            Column.Of(
                "estimate", steps.Select(row => Math.Clamp(items.Thresholds[row.Item][row.Step], -Last, Last)), Label(scale), "SD",
                "Where half of the firms pass the step; held within the drawing."),
            Column.Of("group", steps.Select(row => (string?)FormattableString.Invariant($"{row.Step + 1}")), "Step", "The step into the category of this number, counted from 0."));
        return new FigureBlock(
            $"wright_map_{scale.Construct}",
            FigureKind.PersonItemMap,
            new Dictionary<string, Table> { ["items"] = map, ["persons"] = persons },
            Sentence.Of("measurement.map_caption", ("construct", Spaced(scale))),
            Sentence.Of("measurement.map_alt", ("firms", known.Length), ("items", items.Count)));
    }

    private static FigureBlock ItemCurves(LatentScale scale)
    {
        int[] shown = [.. Enumerable.Range(0, scale.Model.Parameters.Count)
            .OrderByDescending(item => Math.Abs(scale.Model.Parameters.Slopes[item])).Take(MostItems).Order()];
        double[] theta = Grid();
        ItemResponseFunctionResult curves = Curves(scale, theta);
        int width = curves.Probability.Length / theta.Length;
        int[] starts = [.. Enumerable.Range(0, scale.Model.Parameters.Count).Select(
            item => scale.Model.Parameters.Thresholds.Take(item).Sum(steps => steps.Length + 1))];
        (int Item, int Category, int At)[] rows = [.. shown.SelectMany(item => Enumerable.Range(0, scale.Model.Parameters.Thresholds[item].Length + 1)
            .SelectMany(category => Enumerable.Range(0, theta.Length).Select(at => (item, category, at))))];
        Table table = Table.Of(
            "item_curves",
            Column.Of("x", rows.Select(row => theta[row.At]), Label(scale), "SD", "Value of the latent variable."),
            Column.Of(
                "estimate", rows.Select(row => curves.Probability[(row.At * width) + starts[row.Item] + row.Category]), "Probability", "",
                "Probability of the category."),
            Column.Of("group", rows.Select(row => (string?)FormattableString.Invariant($"{row.Category}")), "Category", "Category of the answer, counted from 0."),
            Column.Of("panel", rows.Select(row => scale.Model.Parameters.Items[row.Item]), "Item", "Item of the codebook."));
        return new FigureBlock(
            $"item_curves_{scale.Construct}",
            FigureKind.CurvePanels,
            new Dictionary<string, Table> { ["curves"] = table },
            Sentence.Of("measurement.curves_caption", ("construct", Spaced(scale)), ("shown", shown.Length), ("items", scale.Model.Parameters.Count)),
            Sentence.Of("measurement.curves_alt", ("shown", shown.Length)));
    }

    private static FigureBlock Information(LatentScale scale)
    {
        double[] theta = Grid();
        ItemResponseFunctionResult curves = Curves(scale, theta);
        Table table = Table.Of(
            "information",
            Column.Of("x", theta, Label(scale), "SD", "Value of the latent variable."),
            Column.Of("estimate", curves.TestInformation, "Information", "", "One over the squared standard error of a score at this value."),
            Column.Of("std_error", curves.StandardError, "Standard error", "SD", "One over the root of the information."),
            Column.Of("group", theta.Select(_ => (string?)"all items"), "Items", "All items of the scale."),
            Column.Of("panel", theta.Select(_ => (string?)"all items"), "Items", "All items of the scale."));
        double best = theta[Array.IndexOf(curves.TestInformation, curves.TestInformation.Max())];
        return new FigureBlock(
            $"information_{scale.Construct}",
            FigureKind.CurvePanels,
            new Dictionary<string, Table> { ["curves"] = table },
            Sentence.Of("measurement.information_caption", ("construct", Spaced(scale)), ("best", best)),
            Sentence.Of("measurement.information_alt", ("best", best)));
    }

    private static double[] Grid() =>
        [.. Enumerable.Range(0, (int)Math.Round(2 * Last / CurveStep) + 1).Select(at => Math.Round(-Last + (at * CurveStep), 6))];

    private static ItemResponseFunctionResult Curves(LatentScale scale, double[] theta) => ItemResponseFunction.Estimate(
        scale.Model.Parameters, new ItemResponseFunctionOptions { Model = scale.Model.Model, Theta = theta });

    private static string Spaced(LatentScale scale) => scale.Construct.Replace('_', ' ');

    private static string Label(LatentScale scale)
    {
        string words = Spaced(scale);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
