using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>A construct as a latent variable: the fitted graded model and where each firm lies.</summary>
/// <param name="Construct">The construct.</param>
/// <param name="Model">The fitted model; categories are those of the answers, merged where they were rare.</param>
/// <param name="Responses">The answers as category numbers from 0, by item, then by respondent.</param>
/// <param name="Theta">Warm's weighted likelihood estimate of each respondent; NaN without enough answers.</param>
/// <param name="ThetaErrors">Their standard errors.</param>
/// <param name="PosteriorMeans">The posterior mean of each respondent.</param>
/// <param name="PosteriorDeviations">The posterior standard deviation of each respondent.</param>
public sealed record LatentScale(
    string Construct,
    ItemResponseModelResult Model,
    ItemResponses Responses,
    IReadOnlyList<double> Theta,
    IReadOnlyList<double> ThetaErrors,
    IReadOnlyList<double> PosteriorMeans,
    IReadOnlyList<double> PosteriorDeviations)
{
    /// <summary>Gets Var(EAP)/(Var(EAP) + mean PSD²): 0.7 will do for groups, 0.8 to rank firms.</summary>
    public double Reliability { get; } = ReliabilityOf(PosteriorMeans, PosteriorDeviations);

    /// <summary>Gives one row per item step.</summary>
    /// <returns>The table <c>item_steps_CONSTRUCT</c>.</returns>
    public Table ToItems()
    {
        ItemParameters items = Model.Parameters;
        (int Item, int Step)[] steps = [.. Enumerable.Range(0, items.Count).SelectMany(
            item => Enumerable.Range(0, items.Thresholds[item].Length).Select(step => (item, step)))];
        return Table.Of(
            $"item_steps_{Construct}",
            Column.Of("item", steps.Select(row => items.Items[row.Item]), "Item", "Item of the codebook."),
            Column.Of("step", steps.Select(row => row.Step + 1), "Step", "", "The step leads into the category of this number, counted from 0."),
            Column.Of("slope", steps.Select(row => items.Slopes[row.Item]), "Slope", "", "How sharply the item tells firms apart."),
            Column.Of(
                "estimate", steps.Select(row => items.Thresholds[row.Item][row.Step]), "Threshold", "SD",
                "Where half of the firms pass the step.", recommended: true));
    }

    private static double ReliabilityOf(IReadOnlyList<double> means, IReadOnlyList<double> deviations)
    {
        double[] known = [.. means.Where(mean => !double.IsNaN(mean))];
        double error = Core.Kernels.Sums.Mean([.. deviations.Where(deviation => !double.IsNaN(deviation)).Select(deviation => deviation * deviation)]);
        double variance = Core.Kernels.Sums.Variance(known);
        return variance / (variance + error);
    }
}
