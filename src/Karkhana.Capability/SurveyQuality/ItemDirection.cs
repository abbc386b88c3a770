using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>How an item goes with the other items of its construct.</summary>
/// <param name="Item">The item.</param>
/// <param name="Firms">Firms that answered all items of the construct.</param>
/// <param name="ItemRestCorrelation">Correlation with the sum of the other items, reverse items turned round.</param>
/// <param name="ConfidenceHigh">The upper end of its 95 % interval.</param>
public sealed record ItemDirection(SurveyItem Item, int Firms, double ItemRestCorrelation, double ConfidenceHigh)
{
    /// <summary>Gets the verdict.</summary>
    public DirectionVerdict Verdict => ConfidenceHigh < 0 ? DirectionVerdict.Against
        : ItemRestCorrelation < 0 ? DirectionVerdict.Doubtful
        : DirectionVerdict.AsStated;
}
