namespace Karkhana.Methods.Networks;

/// <summary>What a node does between the two others of a two-path, by the groups of the three.</summary>
internal enum BrokerageRole
{
    Coordinator,
    Itinerant,
    Representative,
    Gatekeeper,
    Liaison,
    Total,
}
