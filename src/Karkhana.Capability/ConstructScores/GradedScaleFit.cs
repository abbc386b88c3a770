using Karkhana.Core.Exchange;

namespace Karkhana.Capability;

/// <summary>A graded model that was fitted, and the score that it gives.</summary>
/// <param name="Score">The score as expected share of the scale.</param>
/// <param name="Latent">The latent scale.</param>
internal sealed record GradedScaleFit(Score Score, LatentScale Latent);
