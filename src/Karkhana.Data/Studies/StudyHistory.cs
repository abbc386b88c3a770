namespace Karkhana.Data.Studies;

/// <summary>Published histories that can be simulated beside the levers of a study.</summary>
public enum StudyHistory
{
    /// <summary>Punjab in Pakistan: the boom and bust of tubewells, and the makers of zero-till drills.</summary>
    Punjab,
}
