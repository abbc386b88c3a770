using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>How one item was answered: counts of firms, or sums of their sampling weights.</summary>
/// <param name="Item">The item.</param>
/// <param name="Weighted">Whether these are sums of weights.</param>
/// <param name="Firms">The firms that the item was put to and applies to, always counted.</param>
/// <param name="Answered">Answers that are there.</param>
/// <param name="NotAsked">The question was not put.</param>
/// <param name="NotApplicable">The question does not apply.</param>
/// <param name="DontKnow">The firm does not know.</param>
/// <param name="Refused">The firm would not say.</param>
public sealed record ItemResponseCount(
    SurveyItem Item,
    bool Weighted,
    int Firms,
    double Answered,
    double NotAsked,
    double NotApplicable,
    double DontKnow,
    double Refused)
{
    /// <summary>Gets the firms that the question was put to.</summary>
    public double Asked => Answered + NotApplicable + DontKnow + Refused;

    /// <summary>Gets (don't know + refused) over those that the question was put to and applies to; NaN when there is
    /// none.</summary>
    public double NonresponseRate => Answered + DontKnow + Refused is > 0 and double applicable
        ? (DontKnow + Refused) / applicable
        : double.NaN;
}
