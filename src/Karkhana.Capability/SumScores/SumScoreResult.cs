using Karkhana.Core.Exchange;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>A score with what is known about its reliability.</summary>
/// <param name="Score">The score of each firm.</param>
/// <param name="Reliability">Cronbach's alpha and item statistics, over respondents who answered every item.</param>
public sealed record SumScoreResult(Score Score, CronbachAlphaResult Reliability);
