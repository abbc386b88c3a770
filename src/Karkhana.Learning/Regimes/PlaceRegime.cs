using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>The share of a regime among the firms of a place, in the model under uncertain assumptions.</summary>
/// <param name="Place">The place; empty for all firms together.</param>
/// <param name="Regime">The regime.</param>
/// <param name="Firms">The firms whose capability is known.</param>
/// <param name="Share">The mean share over draws.</param>
/// <param name="Low">The 2.5th percentile over draws.</param>
/// <param name="High">The 97.5th percentile over draws.</param>
public sealed record PlaceRegime(
    string Place, LearningRegime Regime, int Firms, double Share, double Low, double High);
