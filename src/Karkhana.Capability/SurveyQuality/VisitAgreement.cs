using System.Globalization;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The answers of firms that were visited twice to one item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Firms">The position in the register of each firm that answered both times.</param>
/// <param name="First">The answers of the first visits.</param>
/// <param name="Second">The answers of the second visits.</param>
public sealed record VisitAgreement(
    SurveyItem Item, IReadOnlyList<int> Firms, IReadOnlyList<double> First, IReadOnlyList<double> Second)
{
    /// <summary>Gets the share of firms that gave the same answer twice; NaN without firms.</summary>
    public double Agreement => Firms.Count == 0
        ? double.NaN
        : First.Zip(Second).Count(pair => pair.First == pair.Second) / (double)Firms.Count;

    /// <summary>Gets Cohen's kappa of the two visits with its 95 % interval, which agreement by chance has no part in.</summary>
    /// <remarks>Weights are quadratic on an ordered scale and none for yes and no.</remarks>
    /// <value>Null without firms, on scales that are open or have more than 11 steps, and when an answer is no whole step
    /// of the scale.</value>
    public CohenKappaResult? Kappa
    {
        get
        {
            double[] steps = [.. Enumerable.Range(0, Item.Steps).Select(step => Item.Minimum + step)];
            return Firms.Count == 0 || steps.Length == 0 || !First.Concat(Second).All(steps.Contains)
                ? null
                : CohenKappa.Estimate(
                    new RatingPairs([.. First.Select(Text)], [.. Second.Select(Text)]),
                    new CohenKappaOptions
                    {
                        Weights = Item.Scale == "Y" ? DisagreementWeights.None : DisagreementWeights.Quadratic,
                        Categories = [.. steps.Select(Text)],
                    });
        }
    }

    /// <summary>Gets the mean of second less first; NaN without firms.</summary>
    public double MeanDifference => Firms.Count == 0
        ? double.NaN
        : First.Zip(Second, (first, second) => second - first).Average();

    private static string Text(double answer) => answer.ToString(CultureInfo.InvariantCulture);
}
