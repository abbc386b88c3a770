using Karkhana.Core.Exchange;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The score of a construct, how it was made, and what is known of its reliability.</summary>
/// <param name="Score">The score of each firm.</param>
/// <param name="Choice">Which model scored it, and why.</param>
/// <param name="Reliability">Cronbach's alpha and item statistics, over respondents who answered every item.</param>
/// <param name="Latent">The latent scale, or null for a sum score.</param>
/// <param name="Notes">What the estimation noted.</param>
public sealed record ConstructScoreResult(
    Score Score, ScoringChoice Choice, CronbachAlphaResult Reliability, LatentScale? Latent, IReadOnlyList<Note> Notes);
