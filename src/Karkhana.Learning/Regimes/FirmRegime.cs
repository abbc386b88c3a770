using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;
namespace Karkhana.Learning;

/// <summary>What holds one firm back, by its own answers and by the effort problem.</summary>
/// <param name="Firm">The position of the firm in the register.</param>
/// <param name="Constraint">What the firm names first; null when not asked or not said.</param>
/// <param name="Stated">The regime by the firm's answers; null when they do not say.</param>
/// <param name="Modelled">The choice in the effort problem; null when capability is not known.</param>
public sealed record FirmRegime(
    int Firm, BindingConstraint? Constraint, LearningRegime? Stated, EffortChoice? Modelled);
