namespace Thalweg.Descents.Checks;

/// <summary>Looks for one kind of fault in a training.</summary>
interface ICheck
{
    /// <summary>What it looks for, in a few small words: the name of its finding.</summary>
    string Name { get; }

    /// <summary>The finding, with the remedy tried; null where the training hasn't the fault.</summary>
    Finding? Look(Examination examination);
}
