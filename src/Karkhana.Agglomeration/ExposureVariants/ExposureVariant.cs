using Karkhana.Core.Exchange;

namespace Karkhana.Agglomeration;

/// <summary>The exposures of a register under another distance.</summary>
/// <param name="Label">What was changed: <c>decay 5 km</c>.</param>
/// <param name="Exposures">The exposures.</param>
public sealed record ExposureVariant(string Label, ExposureTable Exposures);
