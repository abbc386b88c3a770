using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>How many interviews gave the answer that an attention check asks for.</summary>
/// <param name="Item">The check.</param>
/// <param name="Answered">Interviews with an answer to it.</param>
/// <param name="Failed">Those with another answer than the expected one.</param>
public sealed record AttentionCheck(SurveyItem Item, int Answered, int Failed)
{
    /// <summary>Gets failed over answered; NaN when nobody answered.</summary>
    public double FailedShare => Answered == 0 ? double.NaN : Failed / (double)Answered;
}
