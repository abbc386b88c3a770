using Karkhana.Core.Exchange;

namespace Karkhana.Core.Effort;

/// <summary>The effort that a firm decides on.</summary>
/// <param name="Effort">e.</param>
/// <param name="LogEffort">ln e; −∞ for none.</param>
/// <param name="Regime">What holds the firm back.</param>
public readonly record struct EffortDecision(double Effort, double LogEffort, LearningRegime Regime);
