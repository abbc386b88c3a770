using Karkhana.Core.Exchange;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The score of each firm on one channel of learning.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Score">The scores on [0, 1].</param>
/// <param name="Items">The items that entered.</param>
/// <param name="Reliability">Cronbach's alpha of the indicators, or null with one.</param>
public sealed record ChannelScore(LearningChannel Channel, Score Score, IReadOnlyList<string> Items, CronbachAlphaResult? Reliability);
