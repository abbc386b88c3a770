namespace Karkhana.Data.Studies;

/// <summary>What an industry is to the focal one.</summary>
public enum IndustryRole
{
    /// <summary>Neither supplies nor buys, or not known.</summary>
    None,

    /// <summary>Sells materials, components, tools or machines.</summary>
    InputSupplier,

    /// <summary>Does a stage of production as a service: casting, forging, heat treatment, plating.</summary>
    ProcessSpecialist,

    /// <summary>Sells or carries the product: dealer, agent, transporter.</summary>
    Dealer,

    /// <summary>Uses the product.</summary>
    User,
}
