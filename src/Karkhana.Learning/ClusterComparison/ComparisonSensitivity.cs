namespace Karkhana.Learning;

/// <summary>What something that was not measured would have to be for a difference to be chance.</summary>
/// <param name="Outcome">What is compared.</param>
/// <param name="CriticalGamma">The odds ratio by which two matched firms would have to differ in their chance of being clustered (Rosenbaum);
/// 1 when the difference may be chance as it is; NaN without matches.</param>
/// <param name="Delta">How strongly what was not measured would have to be related to being clustered, relative to what was
/// (Oster; R² up to 1.3 times that of the regression); NaN when not defined.</param>
/// <param name="EValue">The least risk ratio with both status and outcome (VanderWeele and Ding); the difference d as a risk ratio exp(0.91 d).</param>
/// <param name="EValueLimit">The same for the limit nearest to no difference; 1 when the interval holds it.</param>
/// <param name="MovedByAdjusting">The plain gap less the adjusted one, by regression.</param>
public sealed record ComparisonSensitivity(
    string Outcome, double CriticalGamma, double Delta, double EValue, double EValueLimit, PathInterval MovedByAdjusting)
{
    /// <summary>Gets a value indicating whether adjusting clearly moves the gap: firms sorted themselves by what was measured, and perhaps
    /// by what was not.</summary>
    public bool ShowsSorting => MovedByAdjusting.IsClear;
}
