using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>One firm of the first run.</summary>
/// <param name="Letter">What it is called.</param>
/// <param name="Description">What at least five firms share with it.</param>
/// <param name="Nothing">The firm with nothing done.</param>
/// <param name="WithPolicy">The firm with the first policy; null when it was not followed there.</param>
internal sealed record FirmStory(string Letter, string Description, FirmHistory Nothing, FirmHistory? WithPolicy);
