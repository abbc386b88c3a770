using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Whether a firm's outcome is associated with that of its peers, or why we cannot tell.</summary>
/// <param name="Refusal">Why nothing is reported; none where it is.</param>
/// <param name="Words">The finding, or the reason, in words.</param>
/// <param name="Response">The share of firms that answered the roster.</param>
/// <param name="Rank">The rank of {I, G, G²} among the complete firms; 0 where it was not looked at.</param>
/// <param name="Firms">The positions in the sample of the complete firms.</param>
/// <param name="Regression">The regression; null where nothing is reported, so that a rejected estimate cannot be read.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made this result.</param>
public sealed record PeerEffectsReport(
    PeerRefusal Refusal,
    string Words,
    double Response,
    int Rank,
    IReadOnlyList<int> Firms,
    PeerEffectsRegressionResult? Regression,
    IReadOnlyList<Note> Notes,
    Provenance Provenance);
