using Karkhana.Data.Surveys;

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

    /// <summary>Gets the mean of second less first; NaN without firms.</summary>
    public double MeanDifference => Firms.Count == 0
        ? double.NaN
        : First.Zip(Second, (first, second) => second - first).Average();
}
