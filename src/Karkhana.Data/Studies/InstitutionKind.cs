namespace Karkhana.Data.Studies;

/// <summary>What an institution offers to firms.</summary>
public enum InstitutionKind
{
    /// <summary>Tests materials or products.</summary>
    TestingLaboratory,

    /// <summary>Trains workers: a vocational school, a training or common facility centre.</summary>
    TrainingCentre,

    /// <summary>Serviced plots with power, roads and drains.</summary>
    IndustrialEstate,

    /// <summary>Lends.</summary>
    Bank,

    /// <summary>Where buyers and traders come.</summary>
    MarketTown,

    /// <summary>A trade or business association.</summary>
    Association,

    /// <summary>A university or a public research institute.</summary>
    University,

    /// <summary>Anything else.</summary>
    Other,
}
