namespace Thalweg.Peers;

/// <summary>A kind of work. Every class that implements it is found: a new one needs only its own file.</summary>
interface IPeerWork
{
    /// <summary>The program's argument that chooses it.</summary>
    string Name { get; }

    /// <summary>The works of this kind; made one by one, so that their memory isn't all there at once.</summary>
    IEnumerable<Duel> Duels();
}
