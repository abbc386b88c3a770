using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>What the models about the knowledge network read, so that others can estimate them again.</summary>
/// <param name="Roles">The parts of the firms in the network.</param>
/// <param name="Traits">The traits that roles and peers are looked at by.</param>
/// <param name="Pairs">The pairs of firms of each place, in the order of <see cref="KnowledgeModels.Ties"/>.</param>
/// <param name="Network">Who looks to whom.</param>
/// <param name="Peers">The equation about peers.</param>
internal sealed record KnowledgeInputs(
    FirmRoles Roles, IReadOnlyList<string> Traits, IReadOnlyList<KnowledgeTieSample> Pairs, PeerNetworkSample Network, LearningEquation Peers);
